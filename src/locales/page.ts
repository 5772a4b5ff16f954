import { translated } from './translation'
export const pageWords = translated('pageWords', {
  back: '返回',
  slow: '正在打开，网有点慢',
  missed: '没连上，没打开。看看手机有没有网，再点一次',
} as const)
