import { isPhone, normalizePhone, type Receiver } from './receiver'
import {
  hasNameShape,
  isLandmark,
  isPhoneLabel,
  isRemark,
  LATIN,
  looksLikePlace,
  MARK,
  markLabels,
  PROVINCE,
  SURNAME,
} from './receiver-patterns'
import { type Piece, splitPieces } from './receiver-pieces'

interface Picked {
  name: string
  /** The text of each piece without the name. */
  places: string[]
}

const isName = ({ text }: Piece) => hasNameShape(text) && !looksLikePlace(text)
const isCommonName = (piece: Piece) => isName(piece) && SURNAME.test(piece.text)

/** Picks the name: a labelled piece first, then one with a common surname, then by the shape and position of a piece. */
function pickName(pieces: readonly Piece[]): Picked {
  const free = pieces.filter(({ label }) => !label)
  const edges = pieces.length > 1 ? free.filter((_, at) => at === 0 || at === free.length - 1) : []
  const found =
    pieces.find(({ label }) => label === 'name') ??
    free.find(isCommonName) ??
    free.find((piece) => isName(piece) && /[·.．]/.test(piece.text)) ??
    edges.find(({ text }) => LATIN.test(text)) ??
    pieces.find((piece) => piece.gap && isCommonName(piece)) ??
    free.find((piece) => isName(piece) && !isLandmark(piece.text)) ??
    (pieces.length > 1 ? free.find(({ text }) => hasNameShape(text) && SURNAME.test(text)) : undefined)
  const texts = pieces.map(({ text }) => text)
  if (found) return without(texts, pieces.indexOf(found), '', found.text)
  return splitNameFromAddress(texts) ?? shortestAtEdge(texts, pieces, edges) ?? { name: '', places: texts }
}

const without = (texts: readonly string[], at: number, rest: string, name: string): Picked => ({
  name,
  places: texts.map((text, i) => (i === at ? rest : text)),
})

/** The beginning of a region: two or three characters and the word for it, or a county of one character, as 成县. */
const REGION = /^(?![省市县区州旗])(?:[\u4e00-\u9fa5]{2,3}[市县区州旗]|[\u4e00-\u9fa5]县)/

/** The name before a city, county or district without a gap; the longer one where two are possible. */
const nameBeforeRegion = (text: string): string | undefined =>
  [text.slice(0, 3), text.slice(0, 2)].find(
    (name) =>
      SURNAME.test(name) &&
      hasNameShape(name) &&
      !looksLikePlace(name) &&
      // 张家 begins the name of a place
      !name.endsWith('家') &&
      REGION.test(text.slice(name.length)),
  )

/** Splits a name from the address in one piece: before the province or region, or after a house number with a common surname. */
function splitNameFromAddress(texts: readonly string[]): Picked | undefined {
  for (const [at, text] of texts.entries()) {
    const head = text.slice(0, Math.max(0, text.search(PROVINCE)))
    if (hasNameShape(head)) return without(texts, at, text.slice(head.length), head)
    const before = nameBeforeRegion(text)
    if (before) return without(texts, at, text.slice(before.length), before)
    const [, place = '', name = ''] = /^(.*[号组社幢栋楼室院村\d])([\u4e00-\u9fa5]{2,3})$/.exec(text) ?? []
    if (SURNAME.test(name) && !looksLikePlace(name) && !isLandmark(name))
      return without(texts, at, place, name)
  }
  return undefined
}

/** Falls back to the first or last piece: the shorter one that does not look like a place. */
function shortestAtEdge(
  texts: readonly string[],
  pieces: readonly Piece[],
  edges: Piece[],
): Picked | undefined {
  const [shortest] = edges
    .filter(({ text }) => text.length <= 12 && !/\d/.test(text) && !looksLikePlace(text) && !isLandmark(text))
    .sort((a, b) => a.text.length - b.text.length)
  return shortest && without(texts, pieces.indexOf(shortest), '', shortest.text)
}

const DASH = '[-‐-―－ .]?'
/** A mobile or landline number with its country code ("86 " is a house number) and an extension, if any. */
const PHONE = new RegExp(
  `(^|\\D)(?:[(（]?(?:(?:\\+|00)86[)）]?${DASH}|86[)）]?-?))?` +
    `(1[3-9]\\d(?:${DASH}\\d{4}|\\d${DASH}\\d{3})${DASH}\\d{4}|[(（]?0[1-9]\\d{1,2}[)）]?${DASH}[2-9]\\d{2,3}${DASH}\\d{4})` +
    '(?:\\s?(?:[-‐-―－]|转|分机)\\s?(\\d{2,6})(?![\\d号栋幢楼单室]))?(?!\\d)[-‐-―－]?',
  'g',
)
/** A phone number with masked digits. */
const MASKED_PHONE = /1[3-9]\d\*{2,8}\d{2,4}/g
const POSTCODE = /(^|[\s,，;；、])(?:邮编|邮政编码)?\s?[:：]?\s?\d{6}(?=[\s,，;；、]|$)/g
const LIST_NUMBER = /^[\s([（【]*(?:\d{1,3}\s?[.．、)）\]】](?!\s?[\d号栋幢楼单])|[①-⑳])/
/** Eleven digits of a phone as words: 一三八…… */
const PHONE_IN_WORDS =
  /[〇○零一二三四五六七八九幺]{3}[ -]?[〇○零一二三四五六七八九幺]{4}[ -]?[〇○零一二三四五六七八九幺]{4}(?![〇○零一二三四五六七八九幺])/g
const WORDS = '零一二三四五六七八九'
/** Brackets around the first digits of a mobile number. */
const BRACKETED_PREFIX = /[(（](1[3-9]\d)[)）]\s?(?=\d{4})/g
const BRACKETS = /[（(【[<《]([^（()）【】[\]<>《》]{0,30})[）)】\]>》]/g
const ADDRESSEE = /(^|[\s,，;；、])(收货人|收件人|联系人)(?=[\s\ue004]|$)/
/** Digits and Latin letters, which must not be joined without a separator. */
const ALPHANUMERIC = /[0-9A-Za-z\uff21-\uff3a\uff41-\uff5a〇零一二三四五六七八九十百]/

/** Maximum number of characters that are parsed; longer than any address. */
export const MAX_PASTED_LENGTH = 1000

interface Pasted {
  receiver: Required<Receiver>
  /** Found parts for which `Receiver` has no field. */
  extra: { extension: string; phones: string[]; remarks: string[] }
}

/** Parses a receiver from the first `MAX_PASTED_LENGTH` characters of a pasted text; fields not found are empty. */
export function parsePasted(text: string): Pasted {
  let extension = ''
  const phones: string[] = []
  const asides: string[] = []
  const line = takeAsides(normalizeText(text.slice(0, MAX_PASTED_LENGTH)), asides)
    .replace(PHONE, (whole, before: string, number: string, further: string | undefined) => {
      const phone = normalizePhone(number.replace(/[‐-―－]/g, '-'))
      if (!isPhone(phone)) return whole
      if (phones.push(phone) === 1) extension = further ?? ''
      return before + MARK.phone
    })
    .replace(MASKED_PHONE, MARK.phone)
    .replace(POSTCODE, ' ')
    .replace(LIST_NUMBER, '')
  const marked = markLabels(line).replace(BRACKETS, (whole, inner: string) =>
    !inner.trim() || /[\ue000-\ue004]/.test(inner) || isRemark(inner.trim()) ? `，${inner}，` : whole,
  )
  const { pieces, remarks } = splitPieces(marked)
  const { name, places } = pickName(pieces)
  const [phone = '', ...others] = phones
  return {
    receiver: { name: name || (ADDRESSEE.exec(line)?.[2] ?? ''), phone, address: joinPieces(places, pieces) },
    extra: { extension, phones: others.filter((other) => other !== phone), remarks: [...remarks, ...asides] },
  }
}

/** True for a phone without words, or with words that only name it, as （电话：138……）. */
function isOnlyPhone(text: string): boolean {
  const words = text.replace(PHONE, '$1').replace(/[^\u4e00-\u9fa5]/g, '')
  return words.length < 3 || isPhoneLabel(words) || isRemark(words)
}

/** Takes out remarks in brackets that hold a phone of their own, as （打不通打138……）, if there is another phone outside of them. */
function takeAsides(text: string, asides: string[]): string {
  const found: string[] = []
  const rest = text.replace(BRACKETS, (whole, inner: string) => {
    if (inner.search(PHONE) < 0 || isOnlyPhone(inner)) return whole
    found.push(inner.trim())
    return ' '
  })
  if (found.length === 0 || rest.search(PHONE) < 0) return text
  asides.push(...found)
  return rest
}

/** `parsePasted` without the extra parts. */
export const parseReceiver = (text: string): Required<Receiver> => parsePasted(text).receiver

/** Replaces full-width digits and those in words, removes invisible characters, and collapses whitespace to one space or line break. */
const normalizeText = (text: string): string =>
  text
    .replace(/[０-９＋]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(PHONE_IN_WORDS, (words) => {
      const digits = [...words.replace(/[ -]/g, '').replace(/[〇○]/g, '零').replace(/幺/g, '一')]
        .map((word) => WORDS.indexOf(word))
        .join('')
      return isPhone(digits) ? digits : words
    })
    .replace(BRACKETED_PREFIX, '$1')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ue000-\ue006]/g, '')
    .replace(/\s+/g, (run) => (run.includes('\n') ? '\n' : ' '))
    .replace(/ ?[·•‧・∙] ?/g, '·')
    .trim()

/** Joins pieces without a gap, but keeps the separator between two numbers, which would form another house number. */
const joinPieces = (places: readonly string[], pieces: readonly Piece[]): string =>
  places.reduce((whole, place, at) => {
    const separated = ALPHANUMERIC.test(whole.slice(-1)) && ALPHANUMERIC.test(place.charAt(0))
    const mark = places[at - 1] ? pieces[at]?.gap.trim() : ''
    return whole + (separated ? (mark?.length === 1 ? mark : ' ') : '') + place
  }, '')
