import type {Claim, Document} from './model.ts'

export function findClaims(_document: Document): Claim[] {
  return []
}
