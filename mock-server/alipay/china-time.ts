export { toTime as toChinaTime } from '../../server/gateways/alipay/time'

/** Parses a time as Alipay writes it into epoch milliseconds; NaN for another text. */
export const fromChinaTime = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`)
