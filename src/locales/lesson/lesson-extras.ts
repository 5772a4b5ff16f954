import { translated } from '../translation'
/** Texts that are loaded on demand: the trainer's pointer and example, the end of a lesson, and the sheet for leaving it. */
export const lessonExtrasWords = translated('lessonExtrasWords', {
  sheet: (centre: string) => `${centre}服务站的课`,
  sheetText: '老师看得到您做到第几步、用了多久、举没举手，看不到价钱、照片和电话。',
  leave: '退出课堂',
  pointed: '看圈住的地方',
  example: (name: string, yuan: string, unit: string) => `照这个例子：${name} ¥${yuan}/${unit}`,
  'lesson-over': '下课了，接着开完就行',
  'not-found': '您不在课堂里了，店接着开',
} as const)
