import { LessonSheet } from '@/features/lessons/sheet/lesson-sheet'
import { usePageParams } from '@/platform/navigation/page-params'

/** The results of a lesson: `?lesson=`. */
export default function LessonSheetPage() {
  const { lesson = '' } = usePageParams()
  return <LessonSheet lessonId={lesson} />
}
