import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { sendOnce } from '@/api/send-once'
import { usePages } from '@/api/use-pages'
import type { RouteReply } from '@/contract/routes'
import { type Centre, isCounty } from '@/domain/centre'
import type { Failure } from '@/domain/failure'
import { type LessonKind, lessonKinds } from '@/domain/lesson/lesson'
import { describeFailure } from '@/locales/failure'
import { centreWords as words } from '@/locales/lesson/centre'
import { lessonWords } from '@/locales/lesson/lesson'
import { momentWords } from '@/locales/time'
import { aria } from '@/platform/a11y/aria'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { go } from '@/platform/navigation/navigate'
import { useRequest } from '@/platform/network/use-request'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { MoreButton } from '@/ui/button/more-button'
import { Card } from '@/ui/card/card'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Segmented } from '@/ui/segmented/segmented'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { CentreRow } from './centre-row'
import './centre.scss'

type Summary = RouteReply<'GET /api/centres/:centre/lessons'>['items'][number]
type ListedLesson = Summary & { id: string }

/** Reads a page of a centre's lessons; each item has the id of its lesson. */
const readLessons = async (centre: string, cursor?: string) => {
  const page = await call('GET /api/centres/:centre/lessons', {
    params: { centre },
    ...(cursor === undefined ? {} : { query: { cursor } }),
  })
  if (!page.ok) return page
  const items = page.data.items.map((item): ListedLesson => ({ ...item, id: item.lesson.id }))
  return { ok: true as const, data: { ...page.data, items } }
}

/** The lessons of a centre: those that are open on top, opening one, and those that are over. */
export function CentreLessons({ centre }: { centre: Centre }) {
  const pages = usePages<ListedLesson>(`lessons ${centre.code}`, (cursor) => readLessons(centre.code, cursor))
  const { items, failure, reload } = pages
  useReturnToPage(() => void reload())
  const now = serverNow()
  const open = items?.filter(({ lesson }) => lesson.endedAt === undefined) ?? []
  const over = items?.filter(({ lesson }) => lesson.endedAt !== undefined) ?? []
  return (
    <>
      {open.length > 0 && (
        <View className="centre-part">
          <Heading className="centre-part__title">{words.openLessons}</Heading>
          {open.map((item) => (
            <OpenLesson key={item.id} item={item} now={now} />
          ))}
        </View>
      )}
      <NewLesson centre={centre.code} isOneOpen={open.length > 0} />
      {!items && failure && <FailureNotice failure={failure} onRetry={() => void reload()} />}
      {!items && !failure && <Skeleton count={2} />}
      {items?.length === 0 && <Text className="centre__note">{words.noLessons}</Text>}
      {over.length > 0 && (
        <View className="centre-part">
          <Heading className="centre-part__title">{words.lessons}</Heading>
          <Card flush>
            {over.map((item) => (
              <CentreRow
                key={item.id}
                title={titleOf(item, centre, now)}
                text={resultOf(item)}
                onPress={item.mayAct ? () => go(urlOf('lessonSheet', { lesson: item.id })) : undefined}
              />
            ))}
          </Card>
          <MoreButton pages={pages} words={words} />
        </View>
      )}
    </>
  )
}

/** When a lesson began; in a county's list, also where. */
const titleOf = ({ lesson }: Summary, centre: Centre, now: number): string =>
  [isCounty(centre.code) ? words.centre(lesson.centre) : '', momentWords(lesson.startedAt, now)]
    .filter(Boolean)
    .join('，')

const resultOf = ({ learners, opened, median }: Summary): string =>
  [lessonWords.result(learners, opened), ...(median === undefined ? [] : [lessonWords.median(median)])].join(
    '，',
  )

/** A lesson that is open, with the way back into it for those who teach it. */
function OpenLesson({ item, now }: { item: ListedLesson; now: number }) {
  const { lesson, learners, opened, mayAct } = item
  return (
    <Card>
      <View className="open-lesson">
        <View className="open-lesson__words">
          <Text className="open-lesson__number">{words.number(lesson.number ?? '')}</Text>
          <Text className="open-lesson__text">
            {words.centre(lesson.centre)}，{words.started(momentWords(lesson.startedAt, now))}
          </Text>
          {learners > 0 && <Text className="open-lesson__text">{lessonWords.counts(learners, opened)}</Text>}
        </View>
        {mayAct && (
          <Button
            size="small"
            label={words.backTo(lesson.number ?? '')}
            onPress={() => go(urlOf('lessonConsole', { lesson: lesson.id }))}
          >
            {words.back}
          </Button>
        )}
      </View>
    </Card>
  )
}

const kinds = lessonKinds.map((key) => ({ key, words: words.kinds[key] }))

const openingError = (failure: Failure): string =>
  failure.code === 'not-allowed-now' ? words.tooManyOpen : describeFailure(failure)

/** Opens a lesson of real shops, or of shops for practice, and goes into it. */
function NewLesson({ centre, isOneOpen }: { centre: string; isOneOpen: boolean }) {
  const [kind, setKind] = useState<LessonKind>('real')
  const { busy, failure, send } = useRequest()
  const create = (lessonId: string) =>
    call('PUT /api/centres/:centre/lessons/:lessonId', { params: { centre, lessonId }, body: { kind } })
  const open = async () => {
    const result = await send(() => sendOnce(`open a ${kind} lesson in ${centre}`, create))
    if (result?.ok) go(urlOf('lessonConsole', { lesson: result.data.id }))
  }

  return (
    <View className="centre-part">
      <Segmented<LessonKind> label={words.kind} options={kinds} value={kind} onChange={setKind} />
      <Text className="centre__note" {...aria({ live: 'polite' })}>
        {words.kindNotes[kind]}
      </Text>
      <Alert className="centre-part__error">{failure && openingError(failure)}</Alert>
      <Button kind={isOneOpen ? 'line' : 'main'} busy={busy && words.opening} onPress={() => void open()}>
        {isOneOpen ? words.openAnother : words.openLesson}
      </Button>
    </View>
  )
}
