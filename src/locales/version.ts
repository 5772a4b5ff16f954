import { translated } from './translation'
/** Texts of WeChat's native version dialogs. */
export const versionWords = translated('versionWords', {
  oldWechat: {
    title: '微信版本太旧',
    content: '有些地方可能打不开。更新微信以后再来，就都好了。',
    confirmText: '去更新',
    cancelText: '先看看',
  },
  newVersion: {
    title: '有新版本',
    content: '已经下载好了，换上只要几秒钟。选好的货都留着。',
    confirmText: '现在换上',
    cancelText: '等一会儿',
  },
} as const)
