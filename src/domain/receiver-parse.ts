import { isPhone, normalPhone, type Receiver } from './receiver'
import { pickName } from './receiver-name'
import { type Piece, splitPieces } from './receiver-pieces'
import { isRemark, MARK, markWords } from './receiver-words'

const DASH = '[-‐-―－ .]?'
/** A mobile or a landline with its country code (86 and a space is a house number) and the extension that a switchboard or a privacy number asks for. */
const PHONE = new RegExp(
  `(^|\\D)(?:[(（]?(?:(?:\\+|00)86[)）]?${DASH}|86[)）]?-?))?` +
    `(1[3-9]\\d(?:${DASH}\\d{4}|\\d${DASH}\\d{3})${DASH}\\d{4}|[(（]?0\\d{2,3}[)）]?${DASH}\\d{3,4}${DASH}\\d{4})` +
    '(?:\\s?(?:[-‐-―－]|转|分机)\\s?(\\d{2,6})(?![\\d号栋幢楼单室]))?(?!\\d)[-‐-―－]?',
  'g',
)
/** A number that a shop has hidden in part. */
const MASKED_PHONE = /1[3-9]\d\*{2,8}\d{2,4}/g
const POSTCODE = /(^|[\s,，;；、])(?:邮编|邮政编码)?\s?[:：]?\s?\d{6}(?=[\s,，;；、]|$)/g
const LIST_NUMBER = /^[\s([（【]*(?:\d{1,3}\s?[.．、)）\]】](?!\s?[\d号栋幢楼单])|[①-⑳])/
const BRACKETS = /[（(【[<《]([^（()）【】[\]<>《》]{0,20})[）)】\]>》]/g
const ADDRESSEE = /(^|[\s,，;；、])(收货人|收件人|联系人)(?=[\s\ue004]|$)/
/** Numbers and Latin letters: two of them without anything between are another number. */
const COUNTING = /[0-9A-Za-z\uff21-\uff3a\uff41-\uff5a〇零一二三四五六七八九十百]/

/** No address is longer, in letters; what follows would only be looked through in vain. */
export const LONGEST_PASTED = 1000

interface Pasted {
  receiver: Required<Receiver>
  /** What the receiver has no field for. */
  extra: { extension: string; phones: string[]; remarks: string[] }
}

/** Reads a person out of the first `LONGEST_PASTED` letters of a pasted text; what it cannot find is empty. */
export function parsePasted(text: string): Pasted {
  let extension = ''
  const phones: string[] = []
  const line = tidy(text.slice(0, LONGEST_PASTED))
    .replace(PHONE, (whole, before: string, number: string, further: string | undefined) => {
      const phone = normalPhone(number.replace(/[‐-―－]/g, '-'))
      if (!isPhone(phone)) return whole
      if (phones.push(phone) === 1) extension = further ?? ''
      return before + MARK.phone
    })
    .replace(MASKED_PHONE, MARK.phone)
    .replace(POSTCODE, ' ')
    .replace(LIST_NUMBER, '')
  const marked = markWords(line).replace(BRACKETS, (whole, inner: string) =>
    !inner.trim() || /[\ue000-\ue004]/.test(inner) || isRemark(inner.trim()) ? `，${inner}，` : whole,
  )
  const { pieces, remarks } = splitPieces(marked)
  const { name, places } = pickName(pieces)
  const [phone = '', ...others] = phones
  return {
    receiver: { name: name || (ADDRESSEE.exec(line)?.[2] ?? ''), phone, address: joined(places, pieces) },
    extra: { extension, phones: others.filter((other) => other !== phone), remarks },
  }
}

/** The person alone, without remarks. */
export const parseReceiver = (text: string): Required<Receiver> => parsePasted(text).receiver

/** "０" to "９" as keyboards for Chinese write them, invisible marks left out, one space or line break where there were several. */
const tidy = (text: string): string =>
  text
    .replace(/[０-９＋]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ue000-\ue006]/g, '')
    .replace(/\s+/g, (run) => (run.includes('\n') ? '\n' : ' '))
    .replace(/ ?[·•‧・∙] ?/g, '·')
    .trim()

/** Chinese goes on without a gap; between two numbers stays what separated them, or they would name another house. */
const joined = (places: readonly string[], pieces: readonly Piece[]): string =>
  places.reduce((whole, place, at) => {
    const separated = COUNTING.test(whole.slice(-1)) && COUNTING.test(place.charAt(0))
    const mark = places[at - 1] ? pieces[at]?.gap.trim() : ''
    return whole + (separated ? (mark?.length === 1 ? mark : ' ') : '') + place
  }, '')
