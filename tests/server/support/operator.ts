import { makeOperatorLink } from '../../../server/modules/operator/operators'
import { type ApiClient, answered, signIn } from './api-client'
import type { TestEnvironment } from './test-environment'

/** The code of a new link for an operator. */
export const operatorCode = (env: TestEnvironment, name = '值班员'): Promise<string> =>
  env.deps.db.withTx((tx) => makeOperatorLink(env.deps, tx, name))

/** Signs an account in as an operator. */
export async function makeOperator(env: TestEnvironment, client: ApiClient, name?: string): Promise<void> {
  await answered(client.call('POST /api/operator/session', { code: await operatorCode(env, name) }))
}

export async function signInOperator(env: TestEnvironment, name?: string): Promise<ApiClient> {
  const client = await signIn(env.app)
  await makeOperator(env, client, name)
  return client
}
