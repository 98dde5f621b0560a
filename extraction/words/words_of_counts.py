"""Words for what is counted: posts of each kind and those on them, guests, vehicles.

Belongs here: patterns around a number of heads, receptions or vehicles.
Does not belong here: bodies that are counted (``words_of_bodies``), amounts of money.
"""

from __future__ import annotations

import re

#: 全额事业编制10名，差额事业编制5名: kinds of the quota of institutions; not 在职参公编制人员, who are on one.
KINDS_OF_QUOTA = re.compile(
    r"(?<!含)(?<!其中)(?<!其中:)(?<!在职)(?<!在编)(?:参公|参照公务员法?|非参公|全额|差额|自收自支)[^，。、;；\d]{0,6}编"
)
#: …编制人数0人: a kind that has no posts.
NO_POSTS = re.compile(r"制?(?:人?数|人员)?(?:小计|合计|为|:)*0[人名个]")
#: 政法专项编制人员
KIND_OF_POST = re.compile(r"(?:专项|行政|事业|工勤|公务员)$")
#: 行政编制实际在岗161人, 行政实有人数22人: people on posts of one kind.
ON_POSTS = re.compile(
    r"(?:行政|(?<!行政)事业|工勤|参公|专项)(?:单位)?(?:编制?)?(?:人员)?(?:实际|实有|现有|目前)?(?:在编)?$"
)
#: 年末实有人数50人(行政编制23人、事业编制27人): the people on posts of each kind, no posts.
HEADS_LISTED = re.compile(
    r"(?:实有|在职|在岗|在编|现有(?!编))(?:(?!编制|编)[^()，；;。\d]){0,12}(?P<heads>\d{1,5})[名人](?:[(，](?:其中|包括)?[:，]?)(?:(?![离退]休)[^()；;。]{0,12}\d{1,5}[名人][，、,]?){0,6}[^()；;。，、\d]{0,8}$"
)
#: 86名在编人员中，行政编制25人、事业编制61人: people among those in service, no posts.
AMONG_PEOPLE = re.compile(
    r"(?:实有|在职|在岗|在编|现有(?!编))(?:(?!编制|编)[^()，；;。\d]){0,8}(?:\d{1,5}[名人])?中[，:]?(?:其中[:，]?)?(?:[^()；;。，、\d]{0,12}\d{1,5}[名人][，、]){0,6}[^()；;。，、\d]{0,8}$"
)
#: 行政编制|8人，实有7人: posts, and those on them.
WITH_THOSE_ON_THEM = re.compile(
    r"(?:数|人数)?(?:为|:)?\d{1,5}[名人个][，、](?:现|目前)?(?:实有|在编|在职|在岗)"
)
#: …人，事业编制30名: how many posts the next ones are.
POSTS_BEHIND = re.compile(r"[^，。；;\d]{0,6}(\d{1,5})[名人个]")
ANOTHER_QUOTA = re.compile(
    r"\d+[名人个][；;，、。](?:[\u4e00-\u9fff]{0,16}?核定)?(?:参公|参照公务员管理)?(?:事业|行政|工勤|机关工勤)[^，；;。\d]{0,6}编制?(?:数|人数)?(?:为)?\d"
)
_KIND_OF_POSTS = r"(?:行政执法|政法|行政|公务员|参公|(?:全额|差额)?事业|机关工勤|工勤|后勤)(?:专项|单位|人员|管理|服务)?(?:编制?)?(?:的|有|为)?"
#: 行政76名: the posts of one kind.
KIND_WITH_COUNT = re.compile(rf"(?P<kind>{_KIND_OF_POSTS})(?P<count>\d{{1,5}})[名人个]?")
#: 编制158名(行政76名、事业82名): the whole and its kinds.
QUOTA_WITH_KINDS = re.compile(
    rf"(?:编制|核编)(?:总?人?数|人员)?(?:合计|共计|总计|共|为|:)?(?P<all>\d{{1,5}})[名人个](?:\(|，|:|。(?=其中))(?:其中[:，]?|包括|分别(?:为|是):?)?(?P<kinds>(?:{_KIND_OF_POSTS}\d{{1,5}}(?:[名人个](?:\((?:含|其中)[^()]{{2,16}}\))?[、，和,]?|[、，,)。；;])){{2,6}})"
)
#: 行政编制10名，行政执法专项编制70名: both are posts of the administration.
SPECIAL_POSTS = re.compile(r"专项编制?(?:为|:)?[1-9]")
PLAIN_ADMINISTRATION = re.compile(r"(?<!政法)(?<!执法)行政编制?(?:为|:)?[1-9]")
#: 行政编制|42人，其中政法专项编制40人: the whole of both.
OF_WHICH_SPECIAL = re.compile(r"(?:数|人数)?(?:为|:)?\d{1,5}[名人个](?:，|\()其中[^，。；;\d]{0,8}专项编")
#: 下设市政府投资审计中心(公益一类，编制25名): of the body before the bracket.
BODY_WITH_BRACKET = re.compile(
    r"(?:中心|[站所队院馆校园场社]|[、；][\u4e00-\u9fff]{2,8}局)\((?:[^()\d]{0,12}(?:公益|全额|差额|参公|事业|财政补助|自收自支|级)[^()\d]{0,8}[，、,；;])?(?:核定|核准|现有)?(?:事业|人员)?$"
)
#: 下设融媒体中心(公益一类，编制25名，实有23人: the people of the body before the bracket.
HEADS_OF_BODY = re.compile(
    r"(?<![我本])(?:(?<![我本])中心|[站所队院馆校园场社]|[、；][\u4e00-\u9fff]{2,8}局)\((?:[^()\d]{0,12}(?:公益|全额|差额|参公|财政补助|自收自支)|(?:核定|现有)?(?:事业|人员)?编制\d{1,4}[名人个])[^()]{0,40}$"
)
#: 行政15名(实有14名: the people on posts of that kind.
ON_POSTS_OF_KIND = re.compile(rf"{_KIND_OF_POSTS}\d[\d,]{{0,6}}[名人个]\((?:其中|现|目前|年末)?$")
#: 工勤编制3人、在编3人: those on the posts just named.
ON_POSTS_NAMED = re.compile(rf"{_KIND_OF_POSTS}\d[\d,]{{0,6}}[名人个][、，]?(?:现|目前)?$")
#: 编制：行政8名、事业26名; 行政编制23名、工勤4名: the kinds without a whole, the later ones by their short names.
QUOTA_BY_KINDS = re.compile(
    rf"(?:(?<!实有)(?<!在编)编制(?:总?人?数|人员)?(?:为|:)(?:其中[:，]?)?|(?={_KIND_OF_POSTS}(?<=编制)\d|{_KIND_OF_POSTS}(?<=编)\d))"
    rf"(?P<kinds>(?:{_KIND_OF_POSTS}\d{{1,5}}[名人个][、，和,]?){{2,6}})"
)
#: 公务用车编制数19辆，实有19辆: the vehicles that are there, behind those that may be.
BEHIND_VEHICLE_POSTS = re.compile(
    r"(?:用车|公务车|车辆|小车|公车|轿车)(?:编制|核定编制|定编)数?(?:为|:)?\d{1,4}[辆台][，、;；,](?:其中)?(?:目前|年末|期末)?[实现]有(?:数|车辆|小车|公车|公务用车)?(?:为)?$"
)
_ARE_THERE = r"(?:共有?|现有|实有|保有|拥有|在用|自有|总数|数量|在编|目前|为|:|合计|共计|总计|实际)"
_SERVICE = (
    r"(?:公务|公用|警用|机动|执法|执勤|业务|一般|防疫|救护|消防|应急|巡逻|监测|检测|采样|勘察|特种|专业|技术)"
)
_VEHICLES = rf"(?:各类|各种)?(?:执法(?:执勤)?(?:用车)?[和及、与])?(?:{_SERVICE}{{1,4}}用?车辆?|公车|车辆|小车|轿车|汽车)"
#: 年末车辆1辆, 自有车辆2辆, 共有警用车辆(含摩托车)16辆, 车辆实有6辆, 购置数0辆，期末实有3辆: there, and neither bought nor given up.
OWN_VEHICLES = re.compile(
    rf"(?:[年期]末|年底|(?:19|20)\d\d年度?|现有|共有|实有|保有|拥有|自有|在用|[我本]?单位|[我本][局委办院校站所队馆镇乡]){_ARE_THERE}*{_VEHICLES}(?:\([^()\d]{{0,12}}\))?{_ARE_THERE}*$"
    rf"|(?:^|[，。；;、]){_VEHICLES}(?:总数)?(?:共有|现有|实有|保有|拥有)(?:量|数)?(?:为|:)?$"
    r"|(?:占有|占用|拥有)[^。；;]{0,40}[，、]车辆$|截[至止]到?[^，。；;]{4,14}[底末日]，车辆$|固定资产[^。；;]{0,40}(?:，其中:?|:)(?:车辆|汽车)$|(?:房屋|用房)(?:建筑)?(?:面积)?(?:为|共)?\d[\d,.]*平方米[，、](?:车辆|汽车)$"
    r"|(?:购置|更新)(?:数|量)?(?:为)?\d{1,4}[辆台][，、;；](?:[年期]末|年底)(?:实有|保有|现有|共有)(?:量|数)?(?:为)?$"
)
#: 车辆2辆|已报废: no longer there.
NO_LONGER = re.compile(r"[^，。；;、]{0,3}(?:报废|处置|更新|拍卖|封存|租)")
#: 用于保有的31辆|公务用车
KEPT_BEFORE = re.compile(r"(?:现有|共有|实有|保有)的?$")
KEPT_BEHIND = re.compile(r"(?:公务用?车|车辆|公车)")
#: (1台车), 车辆3台；: what ends the words on them.
RUN_VEHICLES_END = re.compile(r"车?[)；;。]|$")
#: 公务用车运行维护费6万元(车辆3台), 公务用车运行维护费6万元，车辆3台；: the vehicles that are run.
RUN_VEHICLES = re.compile(
    r"(?:\(|，(?=[^\d]{0,6}(?:用车|车辆|公车)))(?:共|现有|实有|在用|公务|一般)*(?:用车|车辆|公车|小车)?(?:保有量?|数量?)?(?:为|共)?"
)
#: 因公出国(境)团组0个，0人次: travellers, and no guests.
TRAVELLERS = re.compile(r"(?:出国|出境|(?<!来访)团组)[^。；;]{0,24}$")
#: 事业编制60人, no matter of which kind.
PLAIN_POSTS = re.compile(r"(?<!公)(?<!法)(?<!管理)事业(?:单位|人员)?编制?(?:数|人数)?(?:为|:)?\d")
#: 参公事业编制: some of the quota of institutions.
SOME_QUOTA = re.compile(r"(?:参公|参照公务员法?|非参公)(?:管理)?(?:的)?$")
#: 事业单位自收自支编制数20人: posts that are paid in one way.
PAID_IN_PART = re.compile(r"(?:自收自支|[全差]额(?:拨款|补助)?|参公(?:管理)?)$")
#: 行政编制20名，事业编制30名，共计50名
SUM_OF_HEADS = re.compile(r"[，、,;；](?:以上)?(?:编制)?(?:合计|共计|总计|总编制)(?:编制)?(?:为|:)?")
#: 离休1人，退休50人: those before them are not among them.
BESIDE_RETIRED = re.compile(r"离休(?:干部|人员)?(?!0)\d+[人名][，、,]$")
#: 计划接待考察团12批次: no guests of the year yet.
TO_BE_RECEIVED = re.compile(r"(?:计划|拟|预计|预期)(?:公务)?接待")
#: 离退休：离休1名、退休53名: named together, counted apart.
LISTED_RETIRED = re.compile(r"离退休(?:人员|干部)?[:为，]离休(?:干部|人员)?\d+[人名][，、,]$")
FOREIGN_GUESTS = re.compile(r"(?:国\(境\)外|境外|外事|外宾|国外)(?:公务)?$")
#: 接待群众来访46批512人次: received, but no official guests.
NO_GUESTS = re.compile(
    r"参观|参展|研学|团队|义诊|群众|信访|上访|游客|观众|读者|患者|来电|来信|旅客|学生|咨询|办事"
)
#: 。共46批次: behind what the guests cost.
IN_ALL = re.compile(r"[。，；;]?(?:全年|当年|本年)?(?:共计|总计|合计|累计|共)(?:接待)?")
#: 402批3377人次|，同比减少17.6%: of the ones or of the others.
GUESTS_TOGETHER = re.compile(r"批次?[、，,，]?(?:共|约)?[\d,]{1,8}人次?$")
#: (其中：省级2批次、市级
AMONG_GUESTS = re.compile(r"\((?:其中|含|包括)[^()]*$")
FOREIGN = re.compile(r"其中|外事|外宾|外国|境\)?外")
#: Guests from abroad named last, of two kinds of guests.
ABROAD = re.compile(r"(?:外事|外宾|境外|国外|外国)(?:(?!国内).)*$")
#: 接待74批(次)813人, 46批次，约600人: the people of those receptions.
GUESTS = re.compile(
    r"(?:\([^()]{0,60}\))?\)?(?:\(次\)|次)?[、，,;/]?(?:共计|合计|总计|共|计|约|(?:国内)?(?:公务)?接待|来访|累计|来宾|人员|合计)*(?:人次|人数|人员)?(?:为|约|共)?"
)
#: 我委共有车辆2辆; not 全县现有公务用车200辆, 2020年共有车辆5辆
HAS_VEHICLES = re.compile(
    r"(?:^|[，,。；;:是])(?:目前)?(?:[我本][\u4e00-\u9fff]{1,3})?(?:目前)?(?:共有|现有|实有)(?:公务)?(?:用车|车辆)$"
)
#: 公务用车购置数及保有量分别为2辆和141辆: the second is of what was kept.
BOUGHT_AND_KEPT = re.compile(
    r"购置(?:数|数量)?\d+辆[，、；;](?:年末|期末)?保有(?:量)?(?:为)?$|购置(?:数量?|辆数)?[及和与、](?:年末)?(?:公务用车)?(?:期末)?保有量?(?:数|数量)?分别(?:为|是)\d+辆[和、，,及]$"
)
