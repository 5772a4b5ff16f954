import { useEffect, useRef } from 'react'
import type { Learner } from '@/domain/lesson/lesson'
import { lessonConsoleWords } from '@/locales/lesson/lesson'

const raisedSeats = (learners: readonly Learner[]): number[] =>
  learners.filter(({ handAt }) => handAt !== undefined).map(({ seat }) => seat)

/** Says who has raised a hand since the last board, wherever the list is scrolled to. */
export function useAnnounceHands(learners: readonly Learner[], say: (message: string) => void): void {
  const latestSay = useRef(say)
  latestSay.current = say
  const known = useRef<number[]>()
  useEffect(() => {
    const raised = raisedSeats(learners)
    const fresh = raised.filter((seat) => known.current && !known.current.includes(seat))
    known.current = raised
    if (fresh.length > 0) latestSay.current(lessonConsoleWords.handUp(fresh))
  }, [learners])
}
