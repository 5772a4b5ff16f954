import { wechatInfo } from './wechat'

/** The language of WeChat, such as `zh-CN`; WeChat itself writes `zh_CN`. */
export const phoneLanguage = (): string => wechatInfo().language.replace('_', '-')
