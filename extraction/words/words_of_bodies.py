"""Words for bodies: the office itself, what belongs to it, its divisions, and how many of them there are.

Belongs here: patterns that tell which body is spoken of or counted.
Does not belong here: amounts of a whole place (``words_of_others``), posts and people (``words_of_counts``).
"""

from __future__ import annotations

import re

from extraction.text.sieve import at_beginnings

ORGAN_AT_END = re.compile(r"(?:局|部|委|办|室|厅|中心|院|机关|馆|站|所|会|队|校|学|园|政府|协|联|系统|本级)$")
BODIES = (
    ("headquarters", re.compile(r"(?:局|部|委|厅|办)?机关(?:本级)?$|本级$")),
    (
        "subordinate",
        re.compile(
            r"(?<![及和与、含括])(?:二级机构|二级单位|(?:下属|所属)[^，。;]{0,10}单位)[^，。;]{0,12}$"
            r"|(?<![及和与、含括])(?:下属|下辖|直属|所属(?!项目|年|期|科目|行业|资金|功能))的?(?:(?![较多少导使增减各以为是已的及和与])[\u4e00-\u9fff]){2,10}$"
        ),
    ),
)
#: 内设综合科、活动科、财务科等6个科室; 下属2家事业单位: what is counted stands behind the number.
_DIVISION = r"(?:科室|股室|处室|[科股处]\(室\)|内设机构|办事机构|工作机构|机构|部门(?!预算|决算|整体)|部室|办公室|科|处|股|室)"
_KIND_OF_DIVISION = r"(?:内设|职能|业务|行政|党政|综合性?|工作|[正副]?[处科股]级)*"
DIVISIONS = re.compile(rf"{_KIND_OF_DIVISION}{_DIVISION}(?![\u4e00-\u9fff]*(?:编制|人))")
#: Divisions by their names: 综合督查(人事)处，规划财务处、
_LISTED = (
    r"(?:[\u4e00-\u9fff()]{1,16}+(?:、|(?<=[处科室股办部队组心委)])，))*+(?:[\u4e00-\u9fff()\"“”]{1,14})?"
)
_SETS = r"(?:内设|(?<!分别)(?<![各均都])下设|(?<![^。:心校院馆局委])设置(?=[\u4e00-\u9fff]{1,12}[科室股处]、)|(?:机关|政府|办事处|街道|(?<![\u4e00-\u9fff])(?:[我本]校|学校|(?:本)?中心|[我本]院|医院)|(?<![乡镇各])[局委办院会厅])(?:统一)?设(?:置|立)?|设有|统一设置)"
HAS_DIVISIONS = at_beginnings(rf"{_SETS}(?:有|了|(?:机构)?(?:统一|共|分别)?(?:设置?|设立)?)?{_LISTED}共?$")
#: 区疾控中心单独核算，全年支出9万元; not 我局为独立核算单位
KEPT_APART = re.compile(
    r"(?![^，。；;:\d]{0,6}(?:[我本](?:部门|单位|[局委办厅院校站所中镇街])|部门|单位(?:为|是|属)))(?:[一二三四五六七八九十\d]{1,2}[.、])?[\u4e00-\u9fff]{2,16}(?:中心|大队|支队|[局委院馆站所园校队办])(?:为|是|属于?|系|实行)?(?:单独|独立|另行)(?:的)?(?:核算|编制|公开|预算|法人)[^，。；;:\d]{0,6}，"
)
#: 设置党政综合办事机构9个: counted behind their name.
DIVISIONS_NUMBER = at_beginnings(
    rf"(?:{_SETS}|设置|核定)(?:有|了|为)?(?:统一|共|分别)?(?:设置|设立)?{_KIND_OF_DIVISION}(?:科室|股室|处室|[科股处]\(室\)|内设机构|办事机构|党政机构|部室|办公?室|职能部门)(?:数量?|总数|共有?|有|为|:)*$"
)
#: The body before 内设, where one is named: 省人民政府研究室设, 县文化馆内设.
BODY_THAT_SETS = re.compile(
    r"(?:^|[，。；;:、\d.)]|其中)(?P<body>(?!我|本|各|全|其)[\u4e00-\u9fff]{2,24}?(?:办公[厅室]|研究室|[局委厅院馆站所园]|中心|大队|支队|政府|办事处))(?:机关|本级)?(?:共|现)?(?:内设|下设|设)"
)
#: 内设机构有办公室、研究室等9个: listed behind the name, counted at the end.
DIVISIONS_LISTED = re.compile(
    r"内设[\u4e00-\u9fff]{0,4}(?:机构|科室|股室|处室)(?:分别)?(?:有|为|是|包括|:)+(?:[\u4e00-\u9fff()]{1,16}+、)++[\u4e00-\u9fff()]{1,18}?(?:等)?共?$"
)
#: 我镇行政类|10个办公室分别是党政办公室、财政办公室: counted before their list.
OUR_DIVISIONS = re.compile(
    r"[我本](?:[局委办厅院校站所处镇乡]|街道|单位|部门|中心)(?:机关|行政类?|本级|内部|目前|现有?|共有?|有|设有?)*$"
)
DIVISIONS_BEHIND = re.compile(
    rf"{_KIND_OF_DIVISION}{_DIVISION}，?(?:分别(?:是|为)|包括|其中|即|:)+[\u4e00-\u9fff()]{{1,14}}[办科室股处]、"
)
#: 从决算单位构成看，县委宣传部决算包括：机关行政处(科)室7个，事业单位2个
UNITS_MADE_OF = re.compile(r"单位构成看[^。]{0,60}[:，、](?:其他|下属|所属|直属)?事业单位$")
#: Not 28个派驻机构, 3个派出机构: places of work of the department itself.
SUBORDINATES = re.compile(r"(?!派[驻出])(?:[\u4e00-\u9fff()]{0,8})(?:单位|机构|事业站所)")
_BELONGS = r"(?:[局委部厅]属|下属|所属|下辖|直属|二级|下设|统筹设置)"
HAS_SUBORDINATES = re.compile(
    rf"{_BELONGS}(?:有|共有|共)?(?:[\u4e00-\u9fff()]{{1,16}}+、)*+(?:[\u4e00-\u9fff()]{{1,18}})?共?$"
)
#: 设置事业单位7个, 统筹设置事业站所5个: what an office sets up beside its divisions.
UNITS_SET_UP = re.compile(
    r"(?:设置|设立|设有|归口管理)(?:直属|所属|下属|二级)?事业(?:单位|站所|机构)(?:共有?|有|为|:)*$"
)
#: 全县设置事业单位40个, 辖区内设有事业单位: of a whole place.
IN_A_PLACE = re.compile(r"(?:全[省市县区州]|辖区|辖内|境内)[^。；;]*$")
#: 下属全额拨款事业单位3个, 下设二层机构2个: counted behind their name.
SUBORDINATES_NUMBER = re.compile(
    r"(?:下属|所属|下辖|直属|下设|二级)[\u4e00-\u9fff()]{0,14}(?:单位|机构)(?:共有|共|有|数)?(?:为|:)?$"
)
#: 二级机构有植物园、林场、苗圃4个: listed behind the name, counted at the end.
SUBORDINATES_LISTED = re.compile(
    r"(?:下属|所属|下辖|直属|下设|二[级层])[\u4e00-\u9fff]{0,8}?(?:单位|机构)(?:分别)?(?:有|为|是|包括|:)+(?:[\u4e00-\u9fff()]{1,16}+、)++[\u4e00-\u9fff()]{1,18}?(?:等)?共?$"
)
#: 3个内设机构、|2个事业单位: what an office has beside its divisions.
BESIDE_DIVISIONS = re.compile(rf"\d{{1,2}}个(?:内设)?{_DIVISION}[、，和及]$")
MORE_BODIES = re.compile(r"[、，和][\u4e00-\u9fff]{0,8}(?:单位|机构|中心|站|所|队)\d")
#: 下属全额拨款事业单位7个，编制139人；|差额拨款事业单位1个: units of another kind, further on.
MORE_KINDS = re.compile(
    r"[，、；;](?:全额|差额|自收自支|其他|其它|参公|参照|公益[一二]类|行政|事业)[\u4e00-\u9fff]{0,12}(?:单位|机构)[有共为]{0,2}\d{1,2}[个家]"
)
IS_SUBORDINATE = re.compile(r"(?:下属|所属|直属|二级|[局委镇乡街院]属)[\u4e00-\u9fff]{0,6}(?:单位|机构)")
