import type { FailureCode } from '@/domain/failure'
import type { LessonKind } from '@/domain/lesson/lesson'
import { translated } from '../translation'

const failures: Partial<Record<FailureCode, string>> = {
  'not-found': '课堂号不对，看看大屏幕，再按一遍。',
  'lesson-over': '这堂课已经下课了。要上别的课，按它的号。',
}

const kinds: Record<LessonKind, string> = {
  real: '这堂课开的是真的店，开好就能卖。',
  practice: '这堂课先练手：店开好了，想留再转成真的；不留，三十天后自己没了。',
}

/** Joining a lesson. */
export const lessonJoinWords = translated('lessonJoinWords', {
  title: '进课堂',
  ask: '大屏幕上的四位数字',
  typed: (digits: string, missing: number) =>
    missing > 0 ? `课堂号 ${digits}，还差 ${missing} 位` : `课堂号 ${digits}`,
  find: '找课堂',
  finding: '正在找…',
  scan: '扫大屏幕上的码',
  noCode: '没扫出课堂，对准大屏幕上的码再扫，或者按号。',
  noReader: '现在扫不了，按号也一样。',
  failure: (code: FailureCode) => failures[code],
  tooMany: (minutes: number) => `按错好多回了，请老师帮着看看。要不就 ${minutes} 分钟以后再来。`,
  current: (centre: string, seat: number) => `您在${centre}服务站的课里，${seat} 号`,
  back: '回课堂',
  found: (centre: string) => `${centre}服务站的课`,
  seen: '老师看得到',
  seenParts: ['您做到第几步', '用了多久', '举没举手'],
  unseen: '老师看不到',
  unseenParts: ['价钱', '照片', '电话'],
  kind: (kind: LessonKind) => kinds[kind],
  anytime: '想退出，随时都行。',
  join: '进课堂',
  joining: '正在进…',
  refuse: '不进',
  change: (centre: string, seat: number) =>
    `您现在还在${centre}服务站的课里，${seat} 号。进这堂课，就离开那一堂；开了一半的店还在。`,
  changeYes: '换到这堂课',
  changeNo: '不换，回原来的课',
} as const)
