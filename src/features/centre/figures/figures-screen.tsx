import { Text, View } from '@tarojs/components'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import { useFileLink } from '@/api/use-file-link'
import type { RouteReply } from '@/contract/routes'
import { isCounty } from '@/domain/centre'
import type { Figures } from '@/domain/lesson/lesson-figures'
import { MIN_PEOPLE } from '@/domain/lesson/lesson-figures'
import { centreWords } from '@/locales/lesson/centre'
import { figuresWords as words } from '@/locales/payment/figures'
import { dayAndYearWords, momentWords } from '@/locales/time'
import { newId } from '@/platform/device/new-id'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { Card } from '@/ui/card/card'
import { Loaded } from '@/ui/notice/loaded'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { SpreadsheetCard } from '@/ui/spreadsheet-card/spreadsheet-card'
import { Heading } from '@/ui/text/heading'
import { CentreGone } from '../centre-gone'
import { ClassComparison } from './class-comparison'
import { type FigureGroup, FigureList, whyHidden } from './figure-list'
import './figures.scss'

type FiguresReply = RouteReply<'GET /api/centres/:centre/figures'>

const requestSheet = (centre: string) =>
  call('POST /api/centres/:centre/figures/sheets', { params: { centre }, body: { id: newId() } })

/** The figures of the lessons of a centre or a county over the last year. A trainer gets the figures of their own lessons. */
export function FiguresScreen({ centre }: { centre: string }) {
  const state = useCall('GET /api/centres/:centre/figures', { params: { centre } })
  useReturnToPage(() => void state.reload())
  return (
    <Page title={words.title}>
      <Loaded state={state} notFound={<CentreGone />}>
        {(reply) =>
          reply.total.learners === 0 ? (
            <Notice icon="store" title={words.empty} text={words.emptyText} />
          ) : (
            <Content centre={centre} reply={reply} />
          )
        }
      </Loaded>
    </Page>
  )
}

function Content({
  centre,
  reply: { total, towns, weeks, lessons },
}: {
  centre: string
  reply: FiguresReply
}) {
  const link = useFileLink(centre, () => requestSheet(centre))
  const now = serverNow()
  const isOfCounty = isCounty(centre)
  const townGroups = towns.map(
    ({ centre: town, figures }): FigureGroup => ({
      ...{ key: town.code, title: centreWords.centre(town), figures },
    }),
  )
  const weekGroups = weeks.map(
    ({ week, figures }): FigureGroup => ({
      ...{ key: week, title: words.week(dayAndYearWords(week, now)), figures },
    }),
  )
  const lessonGroups = lessons.map(
    ({ id, centre: town, startedAt, figures }): FigureGroup => ({
      ...{ key: id, town: town.code, figures },
      title: [isOfCounty ? centreWords.centre(town) : '', momentWords(startedAt, now)]
        .filter(Boolean)
        .join('，'),
    }),
  )
  return (
    <View className="figures">
      <TotalCard figures={total} />
      <ClassComparison lessons={lessonGroups} />
      {isOfCounty && <FigureList title={words.towns} groups={townGroups} />}
      <FigureList title={words.weeks} groups={weekGroups} />
      <FigureList title={words.lessons} groups={lessonGroups} />
      <SpreadsheetCard text={words.sheetText} link={link} />
    </View>
  )
}

/** The figures of all lessons together. */
function TotalCard({ figures }: { figures: Figures }) {
  const { learners, uncounted, opened, median, ninetieth, earlyOrders } = figures
  const hidden = opened === undefined ? whyHidden(figures) : words.fewerThan(MIN_PEOPLE)
  const hiddenOrders = median === undefined ? hidden : words.recognizable
  const rows = [
    { name: words.learners, value: words.people(learners) },
    { name: words.opened, value: opened === undefined ? hidden : words.peopleOf(opened, opened / learners) },
    { name: words.median, value: median === undefined ? hidden : words.time(median) },
    { name: words.ninetieth, value: ninetieth === undefined ? hidden : words.time(ninetieth) },
    { name: words.earlyOrders, value: earlyOrders === undefined ? hiddenOrders : words.shops(earlyOrders) },
  ]
  return (
    <Card>
      <Heading className="figures__title">{words.year}</Heading>
      {rows.map(({ name, value }) => (
        <View key={name} className="figures__row">
          <Text className="figures__name">{name}</Text>
          <Text className="figures__value">{value}</Text>
        </View>
      ))}
      {uncounted !== undefined && (
        <Text className="figures__note">{words.uncounted(uncounted, MIN_PEOPLE)}</Text>
      )}
    </Card>
  )
}
