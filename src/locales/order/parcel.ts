import type { Carrier, Parcel } from '@/domain/order/parcel'
import { translated } from '../translation'

const carriers: Record<Carrier, string> = {
  YZPY: '邮政快递',
  EMS: '邮政 EMS',
  ZTO: '中通',
  YTO: '圆通',
  STO: '申通',
  YD: '韵达',
  JTSD: '极兔',
  SF: '顺丰',
  JD: '京东',
  DBL: '德邦',
  OTHER: '别的',
}

/** The parcel of an order, for both sides. */
export const parcelWords = translated('parcelWords', {
  title: '快递',
  carriers,
  line: ({ carrier, waybill }: Parcel) => (carrier === 'OTHER' ? waybill : `${carriers[carrier]} ${waybill}`),
  copy: '复制单号',
  copied: '单号复制好了，到快递公司那里粘贴。',
  site: (carrier: Carrier) => `去${carriers[carrier]}查`,
  notCopied: '没复制上，长按单号再试。',
} as const)
