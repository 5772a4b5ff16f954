import { formatYuan } from '@/domain/money'

/** Amounts of Alipay are yuan with two decimals. */
export const toYuan = (fen: number): string => formatYuan(fen)

/** Parses yuan as Alipay writes them ("31.00", "0.5", "-6.1") into fen; `undefined` for anything else. */
export function toFen(yuan: string | undefined): number | undefined {
  const [, sign, whole = '', part = ''] = /^(-?)(\d{1,11})(?:\.(\d{1,2}))?$/.exec(yuan?.trim() ?? '') ?? []
  if (whole === '') return undefined
  const fen = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return sign ? -fen : fen
}
