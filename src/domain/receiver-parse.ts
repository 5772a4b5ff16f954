import { isPhone, normalPhone, type Receiver } from './receiver'

const LABEL =
  /(收货人|收件人|联系人|姓名|名字|手机号码|手机号|联系电话|电话号码|手机|电话|详细地址|收货地址|所在地区|地址|地区)\s*[:：]?\s*/g
const PHONE = /(?:(?:\+|00)?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}(?!\d)|0\d{2,3}-?\d{7,8}(?!\d)/
const PLACE = /[省市县区州盟旗镇乡村街路巷弄号组社幢栋楼室院厦园里屯庄寨沟坝]/
const PROVINCE =
  /(北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)/
const NAME = /^[\u4e00-\u9fa5·]{2,4}$/

/** Reads the name, phone and address out of one pasted line; what it cannot find is empty. */
export function parseReceiver(text: string): Required<Receiver> {
  const line = text.replace(/[\r\n\t]+/g, ' ').trim()
  const found = PHONE.exec(line)
  const phone = found ? normalPhone(found[0]) : ''
  const rest = found && isPhone(phone) ? line.replace(found[0], ' ') : line
  const parts = rest
    .replace(LABEL, ' ')
    .split(/[\s,，;；、/|]+/)
    .filter(Boolean)
  const { name, places } = pickName(parts)
  return { name, phone: isPhone(phone) ? phone : '', address: places.join('') }
}

function pickName(parts: string[]): { name: string; places: string[] } {
  const at = parts.findIndex((part) => NAME.test(part) && !looksLikePlace(part))
  const other = at < 0 && parts.length > 1 ? shortestAtEdge(parts) : at
  if (other < 0) return splitGlued(parts)
  return { name: parts[other] ?? '', places: parts.filter((_, i) => i !== other) }
}

const looksLikePlace = (part: string) => PROVINCE.test(part) || PLACE.test(part.slice(-1))

/** Without a clear name, people put it first or last; the shorter one that does not look like a place. */
function shortestAtEdge(parts: string[]): number {
  const edges = [0, parts.length - 1].filter((i) => {
    const part = parts[i] ?? ''
    return part.length <= 12 && !/\d/.test(part) && !looksLikePlace(part)
  })
  return edges.sort((a, b) => (parts[a] ?? '').length - (parts[b] ?? '').length)[0] ?? -1
}

/** "收货人甘肃省…" in one piece: what stands before the province is the name. */
function splitGlued(parts: string[]): { name: string; places: string[] } {
  const [only, ...more] = parts
  const at = only ? only.search(PROVINCE) : -1
  if (!only || at < 1 || at > 4) return { name: '', places: parts }
  return { name: only.slice(0, at), places: [only.slice(at), ...more] }
}
