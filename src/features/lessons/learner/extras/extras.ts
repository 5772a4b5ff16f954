export { LeaveSheet } from './leave-sheet'
export { PointerMark } from './pointer-mark'
