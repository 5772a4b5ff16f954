import { translated } from '../translation'
/** The merchant dashboard: its tabs, and its message if it cannot be opened. */
export const merchantDashboardWords = translated('merchantDashboardWords', {
  title: '我的店',
  news: (orders: number, claims: number) =>
    [
      ...(orders > 0 ? [`来了 ${orders} 单`] : []),
      ...(claims > 0 ? [`${claims} 位买家说东西有问题`] : []),
    ].join('，'),
  tabs: { today: '今天', orders: '订单', goods: '货品', shop: '店铺' },
  goneTitle: '管不了这家店',
  goneText: '这部手机上没有这家店。换过手机的，用小店钥匙找回来。',
  useKey: '用小店钥匙',
  toHome: '回首页',
} as const)
