import { Text, View } from '@tarojs/components'
import { call } from '@/api/call'
import type { RouteReply } from '@/contract/routes'
import { describeFailure } from '@/locales/failure'
import { waitingWords as words } from '@/locales/operator/console'
import { agoWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'

type Jobs = RouteReply<'GET /api/operator/jobs'>

interface FailedJobsProps {
  jobs: Jobs
  onAnswered(): void
}

/** Jobs that have failed too often, each of which can be run again. */
export function FailedJobs({ jobs: { failed, late }, onAnswered }: FailedJobsProps) {
  if (failed.length === 0 && late === 0) return null
  return (
    <View className="console__group">
      <Heading className="console__title">{words.jobs(failed.length)}</Heading>
      {late > 0 && <Text className="console__fact">{words.late(late)}</Text>}
      {failed.map((job) => (
        <JobCard key={job.id} job={job} onAnswered={onAnswered} />
      ))}
    </View>
  )
}

function JobCard({ job, onAnswered }: { job: Jobs['failed'][number]; onAnswered(): void }) {
  const { id, kind, runAt, attempts, error } = job
  const { busy, failure, send } = useRequest()
  const run = async () => {
    const result = await send(() => call('POST /api/operator/jobs/run', { body: { id } }))
    if (result?.ok || result?.failure.code === 'not-found') onAnswered()
  }
  const facts = [id, words.attempts(attempts, agoWords(runAt, serverNow())), ...(error ? [error] : [])]
  return (
    <Card>
      <View className="console__part">
        <Text className="console__text">{kind}</Text>
        <View className="console__lines">
          <Texts className="console__fact" texts={facts} />
        </View>
        <Alert className="console__error">{failure && describeFailure(failure)}</Alert>
        <View className="console__answers">
          <Button kind="soft" size="small" disabled={Boolean(busy)} onPress={() => void run()}>
            {words.runAgain}
          </Button>
        </View>
      </View>
    </Card>
  )
}
