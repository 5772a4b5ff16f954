import { translated } from '@/locales/translation'
export const contactWords = translated('contactWords', {
  title: '找到我们',
  call: '打电话',
  phone: '电话',
  callLabel: (phone: string) => `给店家打电话，${phone}`,
  pickup: (place: string) => `自提：${place}`,
  wechat: '微信号',
  copy: '复制微信号',
  copied: '微信号复制好了',
  copyLabel: (id: string, copied: boolean) => `${copied ? '复制好了' : '复制微信号'}，${id}`,
} as const)
