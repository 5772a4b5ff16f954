import { LessonDesk } from '@/features/lessons/desk/lesson-desk'
import { usePageParams } from '@/platform/navigation/page-params'

/** The trainer's phone during a lesson: `?lesson=`. */
export default function LessonDeskPage() {
  const { lesson = '' } = usePageParams()
  return <LessonDesk lessonId={lesson} />
}
