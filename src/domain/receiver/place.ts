/** The regions with which an address begins, the largest first. */
const REGIONS = [
  /^[^\d路街村市]{2,8}?(?:省|自治区)/,
  /^[^\d路街村镇县区]{1,6}?(?:市(?!场)|自治州)/,
  /^[^\d路街村镇]{0,5}?[^\d小社校园][县区旗]/,
  /^[^\d路街]{2,6}?(?:镇|乡|街道)(?!村)/,
]

const UNIT = '号楼|号院|号|组|社(?!区)|队|栋|幢|座|单元|室|楼|层|弄|舍|期|排|塔'
/** A number of a house, of a group of a village or of a door. */
const NUMBER = new RegExp(`(?:[\\dA-Za-z-]+|[一二三四五六七八九十]+(?=${UNIT}))(?:${UNIT})?`)
const VILLAGE = /^.*?(?:村|社区)(?![大路街市])/
/** What stands before a place, and what says where at it. */
const BEFORE = /^.*(?:[路街巷道]|旁边|对面|隔壁)(?=..)/
const AT = /(?:大?门口|大门|楼下|旁边?|对面|附近|隔壁)$/

/**
 * The place at the end of an address, by which deliveries are grouped: the village or estate, without one the street, otherwise the town.
 * `undefined` for an address that names none.
 */
export function placeOf(address = ''): string | undefined {
  let rest = address.replace(/[(（].*?[)）]|[\s,，、;；]/g, '')
  let region: string | undefined
  for (const pattern of REGIONS) {
    const [found] = pattern.exec(rest) ?? []
    if (found === undefined) continue
    region = found
    rest = rest.slice(found.length)
  }
  const parts = rest.split(NUMBER).filter((part) => part.length > 1)
  const village = parts.map((part) => VILLAGE.exec(part)?.[0]).find((found) => found !== undefined)
  return village ?? parts.at(-1)?.replace(AT, '').replace(BEFORE, '') ?? region
}
