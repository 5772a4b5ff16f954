import { Text, View } from '@tarojs/components'
import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { lessonStripWords as words } from '@/locales/lesson/lesson-strip'
import { aria } from '@/platform/a11y/aria'
import { Chip } from '@/ui/chip/chip'
import type { LessonStripComponent } from '../strip-props'
import { type AttendanceState, attendLesson } from './attend-lesson'
import { messageFor } from './message-for'
import './lesson-strip.scss'

/** Attends the lesson as long as the strip is there. */
function useAttendance({ membership, wizard }: ComponentProps<LessonStripComponent>) {
  const latest = useRef(wizard)
  latest.current = wizard
  const [state, setState] = useState<AttendanceState>({})
  const [lesson] = useState(() => attendLesson(membership, () => latest.current, setState))
  const { question, shown } = wizard
  useEffect(() => (shown ? lesson.follow() : undefined), [lesson, shown])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question is reported at once
  useEffect(() => {
    if (shown) lesson.report()
  }, [lesson, shown, question])
  useEffect(() => lesson.stop, [lesson])
  return { state, lesson }
}

/** The row above a wizard question during a lesson. */
export const LessonStrip: LessonStripComponent = (props) => {
  const { seat } = props.membership
  const { back, label, clock, question, showHints } = props.wizard
  const { state, lesson } = useAttendance(props)
  const isUp = !!state.isHandUp
  const said = messageFor(state, question)
  useEffect(() => showHints({ said, isTaught: true }), [said, showHints])
  return (
    <View className="lesson-strip">
      {back}
      <Chip on={false} label={words.seatLabel(seat)} onPress={lesson.openSheet}>
        {words.seat(seat)}
      </Chip>
      <Text className={`lesson-strip__said ${said && 'lesson-strip__below'}`} {...aria({ role: 'status' })}>
        {said}
      </Text>
      {!said && label}
      <View className={said && 'lesson-strip__clock'}>{clock}</View>
      <View className="lesson-strip__hand">
        <Chip on={isUp} onPress={lesson.toggleHand}>
          {isUp ? words.handUp : words.hand}
        </Chip>
      </View>
    </View>
  )
}
