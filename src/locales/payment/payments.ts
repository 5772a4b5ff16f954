import type { Order } from '@/domain/order/order'
import { translated } from '../translation'

/** The description of a payment, as the payment service shows it to the buyer; at most 127 characters. */
export const describeOrder = translated(
  'describeOrder',
  (shop: string, { number, lines }: Pick<Order, 'number' | 'lines'>): string => {
    const [first] = lines
    const goods = lines.length > 1 ? `${first?.name}等 ${lines.length} 样` : (first?.name ?? '')
    // a comma would divide a cell of the service's statement
    return [...`${shop} 第 ${number} 号单 ${goods}`.replace(/[,，]/g, '、')].slice(0, 127).join('')
  },
)
