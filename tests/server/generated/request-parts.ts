import type { RouteName } from '@/contract/routes'
import type { ApiClient } from '../support/api-client'
import type { Scenario } from './scenario'

/** A valid request: its sender and its parts. */
export interface RequestParts {
  name: RouteName
  sender: ApiClient
  params: Record<string, string>
  query: Record<string, string>
  body: unknown
}

type PartialRequest = Partial<Omit<RequestParts, 'name'>>
export type RequestMaker = (scenario: Scenario) => PartialRequest | Promise<PartialRequest>

/** The parts of requests that schemas do not determine, by route; several for a route of which different requests are valid. */
export type RequestMakers = { [N in RouteName]?: RequestMaker | RequestMaker[] }
