import { isPhone, normalPhone, type Receiver } from './receiver'

const LABELS =
  '收货人|收件人|联系人|姓名|名字|手机号码|手机号|联系电话|电话号码|手机|电话|详细地址|收货地址|收件地址|所在地区|地址|地区'
/** With a colon anywhere; without one only where a piece begins and the word ends, for "手机城对面" is a place. */
const LABEL = new RegExp(`(${LABELS})\\s*[:：]\\s*`, 'g')
const BARE_LABEL = new RegExp(`(^|[\\s,，;；、])(${LABELS})(?=[\\s\\d]|$)`, 'g')
const ADDRESSEE = /(^|[\s,，;；、])(收货人|收件人|联系人)(?=[\s\d]|$)/
const PHONE = /(^|\D)((?:(?:\+|00)?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-\s]?\d{7,8})(?!\d)/
const POSTCODE = /(^|[\s,，;；、])(?:邮编|邮政编码)?\s*[:：]?\s*\d{6}(?=[\s,，;；、]|$)/g
const EMPTY_BRACKETS = /[（(【[]\s*[)）】\]]/g
const SENT_TO = /^(请|麻烦)?(送到|寄到|发到)/
const PLACE = /[省市县区州盟旗镇乡村街路巷弄号组社幢栋楼室院厦园里屯庄寨沟坝]/
const PROVINCE =
  /(北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)/
/** What stands between two pieces. */
const GAP = /([\s,，;；、/|]+)/
/** Numbers and Latin letters: two of them without anything between are another number. */
const COUNTING = /[0-9A-Za-z\uff21-\uff3a\uff41-\uff5a〇零一二三四五六七八九十百]/
const NAME = /^[\u4e00-\u9fa5·]{2,4}(先生|女士|老师|大叔|阿姨)?$/
/** The commonest surnames of China, which settle what else could be a place or a remark. */
const SURNAME =
  /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严欧莫孔向汤]/

/** "０" to "９" as keyboards for Chinese write them. */
const plainDigits = (text: string): string =>
  text.replace(/[０-９＋]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

/** No address is longer, in letters; what follows would only be looked through in vain. */
export const LONGEST_PASTED = 1000

/** One space where there were several: the patterns below look at every run of spaces from each of its ends. */
const singleSpaced = (text: string): string => text.replace(/\s+/g, ' ')

/** Reads the name, phone and address out of the first `LONGEST_PASTED` letters of a pasted text; what it cannot find is empty. */
export function parseReceiver(text: string): Required<Receiver> {
  const line = singleSpaced(plainDigits(text.slice(0, LONGEST_PASTED))).trim()
  const found = PHONE.exec(line)?.[2] ?? ''
  const phone = isPhone(normalPhone(found)) ? normalPhone(found) : ''
  const bare = (phone ? line.replace(found, ' ') : line).replace(EMPTY_BRACKETS, ' ')
  const rest = singleSpaced(bare).replace(POSTCODE, ' ')
  const pieces = piecesOf(rest)
  const { name, places } = pickName(pieces.map(({ text }) => text))
  const addressee = name ? '' : (ADDRESSEE.exec(rest)?.[2] ?? '')
  return { name: name || addressee, phone, address: joined(places, pieces).replace(SENT_TO, '') }
}

interface Piece {
  text: string
  /** What stood before it. */
  gap: string
}

function piecesOf(text: string): Piece[] {
  // the pieces, and in between what parted them
  const parts = text.replace(LABEL, ' ').replace(BARE_LABEL, '$1 ').split(GAP)
  return parts
    .map((part, at) => ({ text: withoutTakes(part), gap: parts[at - 1] ?? '' }))
    .filter((piece, at) => at % 2 === 0 && piece.text)
}

const withoutTakes = (piece: string) => (piece.length <= 5 ? piece.replace(/[（(]?收[)）]?$/, '') : piece)

/** Chinese goes on without a gap; between two numbers stays what parted them, or they would name another house. */
const joined = (places: string[], pieces: Piece[]): string =>
  places.reduce((whole, place, at) => {
    const parted = COUNTING.test(whole.slice(-1)) && COUNTING.test(place.charAt(0))
    const mark = places[at - 1] ? pieces[at]?.gap.trim() : ''
    return whole + (parted ? (mark?.length === 1 ? mark : ' ') : '') + place
  }, '')

interface Picked {
  name: string
  /** What is left of each piece; nothing of the one that is the name. */
  places: string[]
}

const looksLikePlace = (piece: string) => PROVINCE.test(piece) || PLACE.test(piece.slice(-1))
const isName = (piece: string) => NAME.test(piece) && !looksLikePlace(piece)

function pickName(pieces: string[]): Picked {
  const tests: ((piece: string, at: number) => boolean)[] = [
    (piece) => isName(piece) && SURNAME.test(piece),
    isName,
    (piece) => NAME.test(piece) && SURNAME.test(piece) && pieces.length > 1,
    (_, at) => at === shortestAtEdge(pieces),
  ]
  for (const test of tests) {
    const at = pieces.findIndex(test)
    if (at >= 0) return { name: pieces[at] ?? '', places: pieces.map((piece, i) => (i === at ? '' : piece)) }
  }
  return splitGlued(pieces)
}

/** Without a clear name, people put it first or last; the shorter one that does not look like a place. */
function shortestAtEdge(pieces: string[]): number {
  if (pieces.length < 2) return -1
  const edges = [0, pieces.length - 1].filter((at) => {
    const piece = pieces[at] ?? ''
    return piece.length <= 12 && !/\d/.test(piece) && !looksLikePlace(piece)
  })
  return edges.sort((a, b) => (pieces[a] ?? '').length - (pieces[b] ?? '').length)[0] ?? -1
}

/** In one piece: what stands before the province, or a surname with its name after the last number of a house. */
function splitGlued(pieces: string[]): Picked {
  const [only, ...more] = pieces
  if (!only) return { name: '', places: pieces }
  const at = only.search(PROVINCE)
  if (at >= 2 && at <= 4) return { name: only.slice(0, at), places: [only.slice(at), ...more] }
  const tail = /^(.*[号组社幢栋楼室院村\d])([\u4e00-\u9fa5]{2,3})$/.exec(only)
  if (tail?.[1] && tail[2] && SURNAME.test(tail[2])) return { name: tail[2], places: [tail[1], ...more] }
  return { name: '', places: pieces }
}
