import { translated } from '../translation'
/** Naming the parcel of an order, for its seller. */
export const parcelFormWords = translated('parcelFormWords', {
  open: '写快递单号',
  correct: '单号写错了，改一下',
  text: '写上单号，买家能查到哪里了。',
  heldText: '写上单号，买家能查到哪里了，微信也才把钱给您。',
  title: '用哪家快递寄的？',
  carrier: '快递公司',
  heldCarriers: '钱还在微信那里，微信只认这几家。',
  waybill: '快递单号',
  missing: '还没写快递单号',
  hint: '在快递单的条形码下面，只有字母和数字',
  scan: '扫快递单上的条形码',
  photo: '拍快递单上的条形码',
  reading: '正在认单号……',
  unread: { none: '没认出来，照着单子写吧。', unable: '这会儿认不了，照着单子写吧。' },
  errors: { carrier: '选一家快递公司', waybill: '单号只有字母和数字，6 到 30 个' },
  confirm: '写好了',
  cancel: '等会儿写',
  busy: '正在记下……',
} as const)
