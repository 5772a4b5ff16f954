import { LessonSheet } from '@/features/lessons/sheet/lesson-sheet'
import { usePageParams } from '@/platform/navigation/page-params'

/** What happened in a lesson: `?lesson=`. */
export default function LessonSheetPage() {
  const { lesson = '' } = usePageParams()
  return <LessonSheet lessonId={lesson} />
}
