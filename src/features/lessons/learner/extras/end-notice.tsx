import { useEffect } from 'react'
import { lessonExtrasWords as words } from '@/locales/lesson/lesson-extras'
import { useFlash } from '@/ui/flash/flash'
import type { LessonEnd } from '../strip-props'

/** Says for a moment that this phone is no longer in the lesson. */
export function EndNotice({ reason }: { reason: LessonEnd }) {
  const { flash, say } = useFlash()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => say(words[reason]), [])
  return flash
}
