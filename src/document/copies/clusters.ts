/** Sets of numbers below `size` that grow together; each is on its own at first. */
export interface Clusters {
  join(a: number, b: number): void
  /** The least member of the set that a number is in. */
  rootOf(member: number): number
  /** The sets of two or more, each in order, by their least member. */
  list(): readonly (readonly number[])[]
}

export function createClusters(size: number): Clusters {
  const parents = Int32Array.from({length: size}, (_, index) => index)
  const rootOf = (member: number): number => {
    let root = member
    for (let parent = parents[root] as number; parent !== root; parent = parents[root] as number) {
      parents[root] = parents[parent] as number
      root = parent
    }
    return root
  }
  return {
    rootOf,
    join(a, b) {
      const [left, right] = [rootOf(a), rootOf(b)]
      parents[Math.max(left, right)] = Math.min(left, right)
    },
    list() {
      const members = new Map<number, number[]>()
      for (let index = 0; index < size; index++) {
        const root = rootOf(index)
        if (root === index) continue
        const known = members.get(root)
        if (known) known.push(index)
        else members.set(root, [root, index])
      }
      return [...members].sort(([a], [b]) => a - b).map(([, set]) => set)
    }
  }
}
