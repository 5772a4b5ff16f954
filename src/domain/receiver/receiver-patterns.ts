/**
 * Private-use characters that replace recognized parts: labels, phone numbers, the space inside a name, 收 after a name.
 * `parsePasted` removes these characters from its input first.
 */
export const MARK = {
  name: '\ue000',
  address: '\ue001',
  other: '\ue002',
  note: '\ue003',
  phone: '\ue004',
  space: '\ue005',
  addressee: '\ue006',
}

/** Separators between two pieces. */
export const GAP = /([\s,，;；、/|]+)/
const END = '(?=[\\s,，;；、/|\\ue000-\\ue004]|$)'
const START = '(^|[\\s,，;；、。(（【\\ue000-\\ue004])'
const NAME = '收[件货]人(?:姓\\s?名)?|联系人|姓\\s?名|名\\s?字|name'
const PHONE = '(?:收[件货]人?|联系)?(?:手\\s?机|电\\s?话)(?:号\\s?码?)?|联系方式|tel|phone'
const ADDRESS = '(?:详细|收[件货]人?|所在|送货|家庭|快递)?地\\s?[址区]|住\\s?址|address'
const NOTE = '备\\s?注|留\\s?言|微信号?|商品|货品|数量|规格'
const KIN =
  '(?:老?[妈爸爹娘姐哥弟妹姨姑舅叔伯婶嫂]{1,2}|阿姨|[爷奶]{1,2}|外[公婆]|姥[姥爷]|老[公婆师]|媳妇|爱人|对象|[儿闺]子|女儿|闺女|家人|朋友|同[学事]|邻居|亲戚)'
const SENT = '(?:请|麻烦|帮忙|帮我|给我|快递){0,2}[送寄发邮][货件]?'
const TWO_LETTERS = '[\\u4e00-\\u9fa5]{2}'

const withColon = (words: string) => new RegExp(`(?:${words})\\s?[:：]\\s?`, 'gi')
/** A label without a colon matches only at the start of a piece: "手机城对面" is a place. */
const bare = (words: string, next: string) => new RegExp(`${START}(?:${words})(?=\\s|$|${next})`, 'g')

/** A label in brackets, such as 【电话】. */
const BRACKETED = new RegExp(
  `[【[（(<《「]\\s?(${NAME}|${PHONE}|${ADDRESS}|${NOTE})\\s?[】\\]）)>》」]\\s?[:：]?`,
  'gi',
)

const LABELS: [RegExp, string][] = [
  [withColon(NAME), MARK.name],
  [withColon(PHONE), MARK.other],
  [
    new RegExp(`(?:(?:[他她我]的?)?(?:${PHONE})[是.．]?\\s?|(\\ue004)\\s?[或和]\\s?)(?=\\ue004)`, 'g'),
    `$1${MARK.other}`,
  ],
  [withColon(ADDRESS), MARK.address],
  [withColon(NOTE), MARK.note],
  [bare(`(?:${NAME})是?|我叫`, TWO_LETTERS), `$1${MARK.name}`],
  [bare(PHONE, '\\d'), `$1${MARK.other}`],
  [bare('(?:详细|收[件货]|送货)?地址|我住在?|我?家住?在|家住|住在', TWO_LETTERS), `$1${MARK.address}`],
  [/地址(?=[\u4e00-\u9fa5]{2,6}[省市县区镇乡村])/g, MARK.address],
  [new RegExp(`${START}(?:${SENT})?给?我家?的?${KIN}叫?(?=${TWO_LETTERS})(?!.?家)`, 'g'), `$1${MARK.name}`],
  [new RegExp(`${SENT}给`, 'g'), MARK.name],
  [new RegExp(`${SENT}[到往至]`, 'g'), MARK.address],
]

const PLACE = /[省市县区州盟旗镇乡村街路巷弄号组社幢栋楼室院厦园里屯庄寨沟坝]/
export const PROVINCE =
  /(中国|北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)/
const LANDMARK = /[口边面旁近壁市学校馆店司场站府寓柜厂桥门头底下家]$/
const NAME_SHAPE = /^[\u4e00-\u9fa5]{2,4}(先生|女士|小姐|老师|师傅|同学|大叔|阿姨)?$/
/** Parts joined by dots, as in Uyghur names. */
const DOTTED = /^[\u4e00-\u9fa5]+(?:[·.．][\u4e00-\u9fa5]+)+$/
export const LATIN = /^[A-Za-z][A-Za-z .'-]+$/
/** The most common Chinese surnames, and 某 as used in samples. */
export const SURNAME =
  /^[某王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严欧莫孔向汤]/
const REMARK =
  /^(?:到[了后时]|[你您]好|[上下中]午|晚上|早上|周末|工作日|请|谢谢|尽快|麻烦|不要|[轻勿]放)|在家$|同号$/
const GOODS =
  /(?:\d|[半一二两三四五六七八九十])\s?(?:公?斤|kg|克|箱|盒|袋|瓶|件|份|包|只|个|枚|颗|桶|罐|筐|捆)|[\u4e00-\u9fa5)）][x×*]\d+$|\d元|[¥￥]/i

const PHONE_LABEL = new RegExp(`^(?:[他她我]的?)?(?:${PHONE})是?$`)

/** True for words that say that a phone follows. */
export const isPhoneLabel = (words: string): boolean => PHONE_LABEL.test(words)
export const looksLikePlace = (piece: string): boolean => PROVINCE.test(piece) || PLACE.test(piece.slice(-1))
export const hasNameShape = (piece: string): boolean => NAME_SHAPE.test(piece) || DOTTED.test(piece)
export const isLandmark = (piece: string): boolean => LANDMARK.test(piece)
/** True for a remark to the seller, such as a delivery time or the goods wanted. */
export const isRemark = (piece: string): boolean =>
  piece.length <= 30 && (REMARK.test(piece) || (GOODS.test(piece) && !PLACE.test(piece)))

const LATIN_SPACE = /([A-Za-z]{2}) (?=[A-Za-z]{2,}(?![A-Za-z\d]))/g
const SURNAME_SPACE = new RegExp(`${START}(${SURNAME.source.slice(1)}) (?=[\\u4e00-\\u9fa5]{1,2}${END})`, 'g')
const GOODS_SPACE = /([\u4e00-\u9fa5]{1,4}) (?=[\d半一二两三四五六七八九十])/g
const ADDRESSEE_END = new RegExp(`([^代签回丰查\\s\\ue000-\\ue004]) ?[（(]?[亲启]?收[)）]?${END}`, 'g')

/** Replaces labels, with or without a colon, by marks, and removes or marks spaces inside a single piece. */
export const markLabels = (text: string): string =>
  LABELS.reduce((marked, [label, mark]) => marked.replace(label, mark), text.replace(BRACKETED, '，$1：'))
    .replace(LATIN_SPACE, `$1${MARK.space}`)
    .replace(SURNAME_SPACE, '$1$2')
    .replace(GOODS_SPACE, (whole, word: string, at: number, all: string) =>
      SURNAME.test(word) ||
      looksLikePlace(word) ||
      !GOODS.test(all.slice(at + whole.length, at + whole.length + 6))
        ? whole
        : word,
    )
    .replace(ADDRESSEE_END, `$1${MARK.addressee}`)
