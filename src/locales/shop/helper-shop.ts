import { translated } from '../translation'

/** A centre as people call it. */
export const centreName = (centre: string) => `${centre}服务站`

export const helperShopWords = translated('helperShopWords', {
  helping: (centre: string) => `您在代办（${centreName(centre)}）`,
  opens: '这家店还没交给本人，买家还不能下单。',
  until: (time: string) => `能动到 ${time}`,
  give: '交给本人',
  over: '代办到时候了，或者店已经交给本人了。',
} as const)
