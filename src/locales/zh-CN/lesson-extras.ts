/** What is loaded when it is needed: the mark of a pointer, and the sheet by which a learner leaves. */
export const lessonExtrasWords = {
  sheet: (centre: string) => `${centre}服务站的课`,
  sheetText: '老师看得到您做到第几步、用了多久、举没举手，看不到价钱、照片和电话。',
  leave: '退出课堂',
} as const
