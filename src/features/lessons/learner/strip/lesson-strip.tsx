import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { lessonStripWords as words } from '@/locales/lesson-strip'
import { aria } from '@/platform/a11y/aria'
import { Chip } from '@/ui/chip/chip'
import { useFlash } from '@/ui/flash/flash'
import { loadExtras } from '../load-extras'
import { type Membership, useAttendedLesson } from '../membership'
import type { LessonStripProps } from '../strip-props'
import { type AttendanceState, attendLesson } from './attend-lesson'
import { messageFor } from './message-for'
import './lesson-strip.scss'

/** The row above a wizard question during a lesson; its children otherwise. */
export function LessonStrip(props: LessonStripProps) {
  const membership = useAttendedLesson((store) => store.membership)
  const { flash, say } = useFlash()
  return (
    <>
      {membership ? (
        <MemberStrip key={membership.lessonId} membership={membership} wizard={props} say={say} />
      ) : (
        props.children
      )}
      {flash}
    </>
  )
}

interface MemberStripProps {
  membership: Membership
  wizard: LessonStripProps
  say(text: string): void
}

/** Attends the lesson as long as the strip is there. */
function useAttendance({ membership, wizard, say }: MemberStripProps) {
  const latest = useRef(wizard)
  latest.current = wizard
  const [state, setState] = useState<AttendanceState>({})
  const [lesson] = useState(() => attendLesson(membership.lessonId, () => latest.current, setState, say))
  const { question, shown } = wizard
  useEffect(() => (shown ? lesson.follow() : undefined), [lesson, shown])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question is reported at once
  useEffect(() => {
    if (shown) lesson.report()
  }, [lesson, shown, question])
  useEffect(() => lesson.stop, [lesson])
  return { state, toggleHand: lesson.toggleHand }
}

function MemberStrip(props: MemberStripProps) {
  const { membership, wizard, say } = props
  const { back, label, clock, question, showHints } = wizard
  const { state, toggleHand } = useAttendance(props)
  const isUp = state.isHandUp === true
  const said = messageFor(state, question)
  useEffect(() => showHints({ said, isTaught: true }), [said, showHints])
  const openSheet = () => {
    const close = () => showHints({ sheet: null })
    void loadExtras().then(
      ({ LeaveSheet }) => showHints({ sheet: <LeaveSheet membership={membership} onClose={close} /> }),
      () => say(words.offline),
    )
  }
  return (
    <View className="lesson-strip">
      {back}
      <Chip on={false} label={words.seatLabel(membership.seat)} onPress={openSheet}>
        {words.seat(membership.seat)}
      </Chip>
      <Text
        className={`lesson-strip__said ${said && 'lesson-strip__said--long'}`}
        {...aria({ role: 'status' })}
      >
        {said}
      </Text>
      {!said && label}
      <View className={said && 'lesson-strip__clock'}>{clock}</View>
      <View className="lesson-strip__hand">
        <Chip on={isUp} label={isUp ? words.handUp : words.hand} onPress={toggleHand}>
          {isUp ? words.handUp : words.hand}
        </Chip>
      </View>
    </View>
  )
}
