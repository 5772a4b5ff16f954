import { translated } from '../translation'
/** Copying a shop's WeChat id. */
export const wechatIdWords = translated('wechatIdWords', {
  copy: (id: string, copied: boolean | undefined) =>
    copied ? `抄好了，去微信里加 ${id}` : copied === false ? `没抄上，照着写：${id}` : `抄下微信号 ${id}`,
} as const)
