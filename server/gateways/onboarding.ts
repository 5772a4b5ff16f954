import type { Application, ApplicationRequest } from '@/contract/payment/payment-application'
import type { ApplicationState } from '@/domain/payment/payment-application'

/** The papers of a seller and the shop that they are for. */
export interface ApplicationPapers extends ApplicationRequest {
  /** Our number of the application (`out_request_no`); the same one replaces papers that were returned. */
  number: string
  shop: { name: string; url: string }
}

export interface GatewayApplication {
  state: ApplicationState
  /** The seller's number at the service, once the seller can sign. */
  merchant?: string | undefined
  /** The reasons for which the papers were returned. */
  reasons: Application['reasons']
  /** The page on which the seller signs, or confirms their account. */
  url?: string | undefined
  /** The transfer by which the seller confirms their account. */
  transfer?: Application['transfer'] | undefined
}

/** Applies to a payment service for sellers. Every call may throw a `GatewayError`, whose `field` is a JSON pointer of the request. */
export interface Onboarding {
  /** Stores a JPEG of at most 2 MB at the service. Returns its name there. */
  storePaper(photo: Buffer): Promise<string>
  submit(papers: ApplicationPapers): Promise<void>
  /** `undefined` when the service knows no such application. */
  query(number: string): Promise<GatewayApplication | undefined>
}
