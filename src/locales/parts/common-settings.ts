/** The labels of settings that several sections have, in the decorate editor. */
export const commonSettingWords = {
  title: { label: '标题' },
  photos: { label: '照片' },
  soldOut: {
    label: '卖完的货',
    choices: { last: '排在最后', 'in-place': '留在原处', hidden: '先不显示' },
  },
} as const
