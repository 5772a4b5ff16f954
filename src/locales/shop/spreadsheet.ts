import { translated } from '../translation'
export const spreadsheetWords = translated('spreadsheetWords', {
  save: '存成表格',
  copy: '复制表格链接',
  says: {
    busy: '正在准备……',
    saving: '正在下载，到“下载”里找。',
    copied: '链接复制好了，十分钟内有效。发到电脑上打开，就是表格。',
    uncopied: '没复制上，再试一次。',
  },
} as const)
