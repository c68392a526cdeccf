import {lookup} from 'node:dns/promises'

/** What the fetcher has of the world; tests give it another one, so that all checks stay as they are. */
export interface Network {
  /** All addresses of a name, by the system. */
  readonly resolve: (name: string) => Promise<readonly string[]>
  /** Where to connect to for an address and port that passed the checks. */
  readonly dial: (address: string, port: number) => {readonly address: string; readonly port: number}
  /** Certificates of authorities beside those of node, as PEM. */
  readonly authorities?: readonly string[]
}

export const systemNetwork: Network = {
  async resolve(name) {
    const found = await lookup(name, {all: true})
    return found.map(({address}) => address)
  },
  dial: (address, port) => ({address, port})
}
