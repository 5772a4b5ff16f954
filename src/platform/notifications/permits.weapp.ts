import Taro from '@tarojs/taro'
import type { AskPermits, Permits } from './notifications-types'

/** WeChat asks for so many templates at once. Source: developers.weixin.qq.com, wx.requestSubscribeMessage */
const MAX_TEMPLATES = 3

/** Returns the templates that were permitted, once each; rejects when WeChat does not ask again within one tap. */
async function askOnce(templateIds: readonly string[]): Promise<string[]> {
  const answers: Record<string, unknown> = {
    ...(await Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] })),
  }
  return templateIds.filter((id) => answers[id] === 'accept')
}

/** The templates whose permission WeChat remembers, 总是保持以上选择: it gives another one without a dialog. */
async function remembered(templateIds: readonly string[]): Promise<string[]> {
  const { subscriptionsSetting } = await Taro.getSetting({ withSubscriptions: true })
  const answers: Record<string, unknown> = { ...subscriptionsSetting?.itemSettings }
  return templateIds.filter((id) => answers[id] === 'accept')
}

export const askPermits: AskPermits = async (templateIds, times) => {
  const permits: Permits = {}
  let requested = templateIds.slice(0, MAX_TEMPLATES)
  for (let i = 0; i < times && requested.length > 0; i++) {
    requested = await askOnce(requested).catch(() => [])
    for (const id of requested) permits[id] = (permits[id] ?? 0) + 1
    if (i === 0) requested = await remembered(requested).catch(() => [])
  }
  return permits
}
