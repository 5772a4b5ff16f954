import { Text, View } from '@tarojs/components'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import { reportReasonWords, myReportsWords as words } from '@/locales/storefront/report'
import { momentWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { Card } from '@/ui/card/card'
import { Loaded } from '@/ui/notice/loaded'
import { Notice } from '@/ui/notice/notice'
import { Page } from '@/ui/page/page'
import { Heading } from '@/ui/text/heading'
import './report-screen.scss'

type MyReport = RouteReply<'GET /api/me/reports'>['items'][number]

/** What a person has reported, with what became of it. */
export function MyReports() {
  const state = useCall('GET /api/me/reports', {}, 'signed-in')
  return (
    <Page title={words.title}>
      <Loaded state={state} notFound={null}>
        {({ items }) =>
          items.length === 0 ? (
            <Notice icon="search" {...words.empty} />
          ) : (
            <View className="report-screen">
              {items.map((report) => (
                <ReportCard key={`${report.reportedAt} ${report.productName ?? ''}`} {...report} />
              ))}
            </View>
          )
        }
      </Loaded>
    </Page>
  )
}

const outcomeOf = ({ answeredAt, blocked }: MyReport, now: number): string => {
  if (answeredAt === undefined) return words.waiting
  const moment = momentWords(answeredAt, now)
  return blocked ? words.blocked(moment) : words.answered(moment)
}

function ReportCard(report: MyReport) {
  const { shopName, productName, reason, reportedAt } = report
  const now = serverNow()
  return (
    <Card>
      <View className="report-screen">
        <Heading className="report-screen__title">{words.about(shopName, productName)}</Heading>
        <Text className="report-screen__text">{reportReasonWords[reason]}</Text>
        <Text className="report-screen__text">{words.when(momentWords(reportedAt, now))}</Text>
        <Text className="report-screen__outcome">{outcomeOf(report, now)}</Text>
      </View>
    </Card>
  )
}
