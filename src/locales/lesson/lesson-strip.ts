import { translated } from '../translation'
/** The strip above the wizard's questions during a lesson. */
export const lessonStripWords = translated('lessonStripWords', {
  seat: (seat: number) => `${seat} 号`,
  seatLabel: (seat: number) => `课堂，${seat} 号`,
  hand: '举手',
  handUp: '已举手',
  focus: (step: number) => `大家一起做第 ${step} 步`,
  focusLater: (step: number) => `做完这步，大家一起做第 ${step} 步`,
  paused: '暂停了，看老师',
  offline: '没网，先接着做',
} as const)
