import { LessonConsole } from '@/features/lessons/console/lesson-console'
import { usePageParams } from '@/platform/navigation/page-params'

/** The trainer's phone during a lesson: `?lesson=`. */
export default function LessonDeskPage() {
  const { lesson = '' } = usePageParams()
  return <LessonConsole lessonId={lesson} />
}
