import { View } from '@tarojs/components'
import { medianTime } from '@/domain/lesson/lesson'
import { lessonWords, lessonConsoleWords as words } from '@/locales/lesson/lesson'
import { replace } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'
import type { Board } from '../board-types'

/** The result of a lesson that is over, with links to its sheet and to the centre. */
export function EndedLesson({ board: { lesson, learners } }: { board: Board }) {
  const opened = learners.filter(({ stage }) => stage === 'opened').length
  const middle = medianTime(learners)
  const result = [
    lessonWords.result(learners.length, opened),
    ...(middle === undefined ? [] : [lessonWords.median(middle)]),
  ].join('，')
  return (
    <View>
      <Notice icon="check" title={words.ended} text={result}>
        <Button onPress={() => replace(urlOf('lessonSheet', { lesson: lesson.id }))}>{words.sheet}</Button>
        <Button kind="soft" onPress={() => replace(urlOf('centre'))}>
          {words.centre}
        </Button>
      </Notice>
    </View>
  )
}
