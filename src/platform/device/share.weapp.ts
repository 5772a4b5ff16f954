import { updateShareMenu } from '@tarojs/taro'
import { copyText } from './clipboard'
import type { Share } from './device-types'

/** WeChat's template of cards that end with "all have come" (到齐时). */
const TEMPLATE = '666F374D69D16C932E45D7E7D9F10CEF6177F5F5'

export const share: Share = {
  byButton: true,
  hasSheet: false,
  link: async (_title, url) => ((await copyText(url)) ? 'copied' : 'failed'),
  /** Source: https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/share/updatable-message.html */
  setCurrentCard(card) {
    const values = card && { member_count: String(card.entries), room_limit: String(card.limit) }
    const change = card &&
      values && {
        activityId: card.activityId,
        templateInfo: {
          templateId: TEMPLATE,
          parameterList: Object.entries(values).map(([name, value]) => ({ name, value })),
        },
      }
    // a WeChat that cannot do it sends plain cards
    updateShareMenu({ withShareTicket: true, isUpdatableMessage: card !== null, ...change }).catch(
      () => undefined,
    )
  },
}

/** Mini-programs cannot save files; the URL is copied instead. */
export const download: ((url: string) => void) | null = null
