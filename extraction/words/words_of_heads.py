"""Words around a number of heads: whose heads they are, who came and went, who is employed beside the posts.

Belongs here: patterns on the noun that stands before a number of people.
Does not belong here: kinds of posts (``words_of_counts``), bodies that are counted (``words_of_bodies``).
"""

from __future__ import annotations

import re

#: What stands between the name of a body and 编制 or 在职: when, and that they are there.
_WHEN = r"(?:截[至止]到?|(?:19|20)\d\d年?|\d{1,2}月|\d{1,2}[日号]|[年月期季]?[初末底]|年终|目前|现|实际|共|总|合计|计|核定|核准|批准|批复|确定|下达|的|有|为|是|人员)*"
WHEN_AT_END = re.compile(rf"{_WHEN}$")
WHEN_AT_START = re.compile(
    r"(?:截[至止]到?|(?:19|20)\d\d年?|\d{1,2}月|\d{1,2}[日号]|[年月期]?[末底]|年终|目前|现|另|其中|，)*"
)
#: 局机关及二级机构, 局系统, 本单位: the department itself, with or without what belongs to it.
ALL_OF_US = re.compile(
    r"(?:[我本全][局部委办厅院校站所处队馆会镇乡场园社街]|[局部委办厅院校]|(?:[我本全]?(?:单位|部门|中心|机关|系统|大队|支队|街道|学校|医院)))"
    r"(?:系统|机关)?(?:\(?本级\)?)?"
    r"(?:[及和与、含](?:所属|下属|直属|[局委部办院]属|二级|各|基层){0,2}(?:预算|事业)?(?:单位|机构|站所|部门|学校|中心))?"
)
#: Before people of a whole place: 全县共有敬老院14所，工作人员98人，其中在编21人.
ON_WHOLE_PLACE = re.compile(
    r"[。；;]?(?:截[至止][^，。；;]{0,12}，)?(?:(?:19|20)\d\d年)?[末底]?，?(?:目前)?，?(?:全|本|我)(?:[县市区省旗州])(?!直?(?:[^，。；;]{0,8}系统|委|局|政府))"
)
OUR_OWN = re.compile(
    r"[我本](?:局|部|委|办|厅|院|校|站|所|处|队|馆|会|单位|部门|中心|机关|大队|支队)|局机关|机关(?:行政)?编制"
)
#: 平台现有车辆146辆、驾驶员98人（其中在编22人）, 项目组现有在职人员12人: before people of what is no office.
NO_OFFICE = re.compile(
    r"(?P<who>(?:^|[，。；;:])[\u4e00-\u9fff]{0,12}(?:平台|项目组|课题组|专班|创新团队|项目部|合作社|企业|公司)(?:\d{1,4}[家个户]，$|(?:目前)?(?:现有|共有|拥有|配备|有)))"
)
_BODY = r"(?P<body>[\u4e00-\u9fff]{2,20}?(?:[站所队馆院校园场社处]|中心|[大支总]队|[办局](?=编制)))(?:现有|核定|现|共)*(?:人员|事业|参公)?编制?(?:数|人数)?(?:为)?"
#: 公路管理站编制52名，在编49人，退休12人: the body that a stretch between semicolons begins with.
BODY_WITH_POSTS = re.compile(rf"(?:\d{{1,2}}[.、]|\([一二三四五六七八九十\d]{{1,2}}\))?{_BODY}\d")
#: ，烈士陵园编制36个、实有32人: the body whose posts stand right before.
POSTS_OF_BODY_BEFORE = re.compile(rf"(?:^|[，、。；;：:]){_BODY}\d[\d,]{{0,6}}[名人个][，、](?:现|目前)?$")
#: 我县|疾控中心
OUR_PLACE = re.compile(r"^[我本该]?(?:[省市县区州旗](?=..))?")
#: How the names of such bodies end; asked before them.
ENDS_BODY = re.compile("[站队馆院校园场社处局团所心]")
#: 就业服务所为全额拨款事业单位，编制5名; 2.疾控中心：编制48名; ；投资审计中心（副科级）编制15名: a body, and that the words behind it are on it.
BODY_SPOKEN_OF = re.compile(
    r"(?:^|[，。；;：:、)]|(?<=\d)[.．])(?:其中|所属|下属|直属|下设|另设|设有|代管的?|归口管理的?)*+(?P<body>(?:(?![为是]|隶属)[\u4e00-\u9fff]){2,20}?(?:[站队馆院校园场社处局团]|所(?!属)|中心|[大支总]队))"
    r"(?:\([^()\d]{1,24}\))?(?:隶属于?[^，。；;\d]{2,16}[，,])?(?::|[，,]?(?:为|系|是|属于?)[^，。；;\d]{2,24}(?:单位|机构|部门|学校|医院)[，,、]|(?<=\))(?:核定|现有|共有)*(?:事业|人员|总)?编制|(?P<listed>[，,])(?=(?:核定|现有|共有)*(?:事业|人员|总)?编制))"
)
#: 所属事业单位(含卫生院12家)核定编制1026人、在编
POSTS_OF_UNITS_BEFORE = re.compile(
    r"(?<![及和与含])(?:下属|所属|直属)[^，。；;]{0,24}编制(?:数|人数)?\d[\d,]{0,6}[名人个][、，](?:现|目前)?$"
)
#: 当年退休1人, 退休5人、新招录2人: people who came and went within the year.
WENT = re.compile(
    r"(?:当年|本年|年内|年度内|今年|全年|期间|新增|新|因|其中|(?<!截[至止])(?<!截[至止]到)(?:19|20)\d\d年|[为给向对]|慰问|走访|办理)$"
)
COME_AND_GO = (
    r"(?:调[出入进离走]|招[录聘考]|考录|录用|新[录进招聘分]|辞[职退]|去世|死亡|病故|军转|自然减员|转入|转出)"
)
CAME_BEFORE = re.compile(rf"{COME_AND_GO}[^，。；;、\d]{{0,6}}\d{{1,4}}[人名][，、]$")
CAME_AFTER = re.compile(rf"\d{{1,4}}[人名][，、](?:[^，。；;、\d]{{0,6}})?{COME_AND_GO}")
#: 比上年少4人(退休5人: why there are fewer.
WHY_CHANGED = re.compile(
    r"(?:增加|减少|净增|净减|[少多增减])(?:了)?\d{1,4}[人名](?:\(|，)(?:主要|其中|因|原因|系|是|为|:)*(?:[^()。；;]{0,24}[，、])?$"
)
#: 在职|教职工, 离岗退养|人员: what may follow the name of a kind of people.
TAIL = re.compile(r"(?:(?:工作|在职)?人员|(?:老|行政)?干部|教?职工|教师|干警|民警|职员|总人数|总数)*")
#: 机关工勤(车勤)编制, 行政(含机要)编制: the kind of posts, behind which a bracket stood.
KIND_OF_POSTS = re.compile(
    r"(?P<kind>行政执法|政法|行政|公务员|参公|(?<!行政)(?<!行政[及和与、])事业|机关工勤|工勤|后勤)(?:专项|人员|管理|服务)*(?:核定|核准|现有)?$"
)
#: 所属事业单位(含卫生院12家)核定编制: posts that are all of institutions.
POSTS_OF_UNITS = re.compile(
    r"(?<![及和与含])(?:下属|所属|直属)的?(?:各|基层)*事业单位(?:共有|共|核定|核准|现有|现|有|人员)*$"
)
_EMPLOYED = r"(?:编外|编制外|(?:长期|临时|外)?聘用|外聘|临聘|[自台校院局县镇]聘|聘请|聘任|雇[用佣]|临时(?=工|用工|人员|[聘雇代]|性|职工)|劳动合同|合同[制工]|劳务派遣|人事(?:代理|派遣)|派遣制|劳务外包|社会化|(?:政府)?购买服务|公益性?岗位?|辅警|协警|协管|协辅|警务辅助|雇员|代课|未纳入编制|[不非]在编)"
#: 另聘用网格员41人, 编外护理员、炊事员等39名, 劳务派遣5人: people employed beside the posts, by how they are and by what they do.
EMPLOYED = re.compile(
    r"[、和及]?(?:在职(?:人员数?)?)?(?:不?含|工勤|后勤|(?:综合)?窗口|环卫|执法|一线|机关|消防|另外?|还|其中|其他|以及|尚|有|现|实有|共有|共|长期|常年|目前|年末|期末|本单位|单位|[我本全][局委办院校站所队馆中心]{1,2}|自用|使用|配备|[现]?有)*"
    rf"{_EMPLOYED}(?:{_EMPLOYED}|制|的|类|性)*(?:[\u4e00-\u9fff]{{1,10}}、){{0,5}}[\u4e00-\u9fff]{{0,12}}$"
)
#: 拟聘用3人, 聘请专家5人, 开发公益性岗位320个: no people of the department's own.
NOT_EMPLOYED = re.compile(
    r"拟|计划|招[聘录募]|公开|培训|工资|经费|补[助贴]|社保|参保|缴[纳费]|安置|开发|发放|就业|期满|到期|离职|救[助治]|[辞清]退|解聘|减少|增加|缺[口少额]|标准|人均|控制数|编制(?![外管])|上年|年初|限额|村|社区|乡镇|全[县区市省镇]|各|受益|对象|学生|专家|顾问|律师|中介|第三方|教授|讲师|评委|志愿|驻|护林员|保洁员(?=名|人)|应"
)
#: 开发公益性岗位320个，聘用236人: said of others than the department's own people.
FOR_OTHERS = re.compile(r"开发|安置|就业|贫困|脱贫|项目|招募|见习")
#: 队员30人为劳务外包, 1人，为公益性岗位人员: said behind their number.
EMPLOYED_BEHIND = re.compile(rf"，?(?:均|全部|都)?(?:为|系|是|属于?|由)[^，。；;:、\d]{{0,10}}{_EMPLOYED}")
#: 尚未纳入编制管理的实有人员: on no post.
ON_NO_POST = re.compile(r"(?:未纳入编制(?:管理)?|不占编制?|不在编|编制?外)的?(?:年末)?$")
#: 实有人数：行政21人，工勤4人，共计25人: what is listed, the number behind it is the sum.
LISTED = re.compile(
    r"(?P<what>编制(?=(?:人?数)?:)|实有|现有|在职|在编|在岗|人员)(?=[^，。；;、\d]{0,16}(?::|行政|事业|工勤|参公|政法|公务员|管理|专技|专业|后勤|干部))(?:人?数|人员|情况|构成|[^，。；;:、\d]{0,6}(?=\d)|:)*:?(?=[\u4e00-\u9fff()]{0,16}\d)"
)
IN_ALL = re.compile(r"[，、,;；](?:以上)?(?:合计|共计|总计|共有?)(?:人数|人员|编制|实有|在职)?(?:为|:)?")
#: 在职71人，退休30人，总人数101人: those of each kind that are listed, the number behind them is the sum.
PEOPLE_LISTED = re.compile(
    r"(?:在职|在编|在岗)(?:在[编职岗]|人员|[干教]?[部职]?职?工|教师|干[部警]|民警|实有|人数)*+\d{1,5}[名人][，、](?:(?:离休|退休|离退休|遗属|(?:编外)?(?:聘用|临聘))[^，。；;、()\d]{0,8}\d{1,5}[名人][，、]){1,4}(?:人员)?总(?:人数|计|数)(?:为|共|:)?$"
)
#: 事业编制22名，现有37人: all that are there, behind all posts.
ARE_THERE = re.compile(
    r"[，；;]?(?:年末|目前|截至年末)?(?:现有|现实有|实际有?|实有)(?:人数|总人数|人员)?(?:为|共)?"
)
#: 行政编制6人，实际7人；事业编制6人，: people on posts of one kind, so that what follows counts those on the next.
THERE_OF_KIND = re.compile(r"(?:实际有?|实有|现有|在岗|在编|在职)[^，。；;:、\d]{0,4}\d")
#: 编制人员|540人，其中在职442人、退休98人: nobody who is retired sits on a post.
WITH_THE_RETIRED = re.compile(
    r"[为是共:]{0,2}(?P<all>\d{1,5})[名人][，。；;(]?其中[:，]?[^，。；;、\d]{0,8}在[职编岗][^，。；;、\d]{0,8}(?P<serving>\d{1,5})[名人]"
    r"(?:[，、；;]离休[^，。；;、\d]{0,4}(?P<cadres>\d{1,5})[名人])?[，、；;和](?:离?退休)[^，。；;、\d]{0,4}(?P<retired>\d{1,5})"
)
#: 下属单位3个：甲、乙、丙，共有: whose people follow.
UNITS_LISTED = re.compile(
    r"(?:\(?[一二三四五六七八九十\d]{1,2}[)、.])?(?P<who>(?:下属|下辖|所属|直属)(?:事业|预算|二级|基层)*(?:单位|机构)[^，。；;、\d]{0,4}\d+[个家]):[^。；;]{2,60}，(?:共|现)?(?:共?有|核定)?$"
)
#: 编制数96，: people of whom only the name says that they are counted.
BARE = re.compile(
    r"(?:编制(?:总?数|人数)?|(?:实有|在职|退休|离退休|在编|年末)(?:总?人数|人员)?)(?:共|为|是|:)*$"
)
#: 编制94人(行政36
BARE_KIND = re.compile(r"(?:行政|事业|工勤|参公|政法|后勤)$")
#: 与本市平均水平(编制52名: what is compared with; 年平均在职39人: nobody that is counted.
ON_AVERAGE = re.compile(r"(?:平均|水平|标准|均值|同类)[^()，。；;]{0,8}\([^()]{0,40}$|(?:平均|年均)$")
#: 在岗人员201名，含编外聘用48名: more than those on posts.
WITH_EMPLOYED = re.compile(
    rf"[^，。；;\d]{{0,8}}\d[\d,]{{0,6}}[人名](?:，|\()(?:其中)?(?:含|包括|包含)[^，。；;)\d]{{0,6}}{_EMPLOYED}"
)
#: 财政供养人员19人，其中在职18人: more than those in service.
WITH_RETIRED = re.compile(
    r"[^，。；;\d]{0,8}\d[\d,]{0,6}[人名](?:，|\(|:)(?:其中|包括|含)?[:，]?(?:在职|在编|在岗|(?<=[(中括含:])(?:离退?休|退休))"
)
#: 现有车辆：轿车1辆、越野车1辆，共2辆
VEHICLES_LISTED = re.compile(
    r"(?:车辆|公务用车|公车)[^，。；;、\d]{0,4}:|(?:[年期]末|年底|现有|实有)(?=[^，。；;、:\d]{0,10}用车\d)"
)
#: 人员情况：编制数230人，: a sentence that counts the posts first is on who reports.
POSTS_FIRST = re.compile(r"(?<!转入)(?<!纳入)编制(?:总数|人数|数)?(?:为|共|:)?\d")
_POST = r"(?:司机|保安|保洁|厨师|厨工|门卫|教师|护士|医生|勤杂工|(?<![人雇职委成学])员)"
#: 临聘教师3人、保安4人, 聘用驾驶员2人，保洁员3人: people of one trade, beside those of others.
ONE_TRADE = re.compile(
    rf"{_POST}(?P<heads>\d{{1,4}})[人名个](?:[、，和及]|以及)(?!退休|离休|在职|在编)(?=[\u4e00-\u9fff]{{0,4}}{_POST}\d{{1,4}}[人名个])"
)
