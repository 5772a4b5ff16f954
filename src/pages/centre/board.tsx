import { BoardScreen } from '@/features/lessons/board/board-screen'
import { usePageParams } from '@/platform/navigation/page-params'

/** The big screen: the board of `?lesson=` for its teacher, else that of the lesson it is connected with by a code. */
export default function BoardPage() {
  const { lesson } = usePageParams()
  return <BoardScreen lessonId={lesson} />
}
