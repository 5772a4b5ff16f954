import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { wizardQuestions } from '@/domain/lesson/lesson'
import { lessonWords, boardWords as words } from '@/locales/lesson/lesson'
import { aria } from '@/platform/a11y/aria'
import { Picture } from '@/ui/picture/picture'
import type { Lesson } from '../board-types'
import { exampleGoods } from '../lesson-example'
import './board-announcement.scss'

/** The time that an announcement is shown over the board, in ms. */
const SHOWN_MS = 8_000

/** The key of a value that has changed since the board was opened, for a while after the change. */
function useNews(key: string): string | undefined {
  const last = useRef(key)
  const [news, setNews] = useState<string>()
  useEffect(() => {
    if (last.current === key) return
    last.current = key
    setNews(key)
    const timer = setTimeout(() => setNews(undefined), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [key])
  return news
}

/** The question or the example that the trainer has just given, over the whole board. */
export function BoardAnnouncement({ lesson: { focus, example } }: { lesson: Lesson }) {
  const isFocusNew = useNews(`focus ${focus?.turn ?? 0}`) !== undefined
  const isExampleNew = useNews(`example ${example ?? 'none'}`) !== undefined
  const goods = isExampleNew ? exampleGoods(example) : undefined
  if (!goods && !(isFocusNew && focus)) return null
  return (
    <View className="board-announcement" {...aria({ hidden: true })}>
      {goods ? (
        <>
          <View className="board-announcement__picture">
            <Picture art={goods.trade} goods={goods.name} alt="" ratio={1} rounded />
          </View>
          <View className="board-announcement__words">
            <Text className="board-announcement__lead">{lessonWords.example}</Text>
            <Text className="board-announcement__title">
              {lessonWords.exampleGoods(goods.name, goods.unit)}
            </Text>
            <Text className="board-announcement__price">{lessonWords.examplePrice(goods.price)}</Text>
          </View>
        </>
      ) : (
        focus && (
          <View className="board-announcement__words">
            <Text className="board-announcement__lead">
              {words.focusLead(wizardQuestions.indexOf(focus.question) + 1)}
            </Text>
            <Text className="board-announcement__title">{lessonWords.questions[focus.question]}</Text>
          </View>
        )
      )}
    </View>
  )
}
