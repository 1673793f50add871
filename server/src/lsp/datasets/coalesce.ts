/** Milliseconds within which several changes are told as one: a folder's ingest must not redraw the tree for each file. */
const togetherMs = 100;

/** What is told, once for all that comes within a tenth of a second. */
export interface Coalesced {
  readonly tell: () => void;
  /** Nothing is told any more. */
  end(): void;
}

/** Makes many tellings one; the last of them is always followed by a telling. */
export function coalesce(tellOnce: () => void): Coalesced {
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  return {
    tell() {
      if (isOver || timer) return;
      timer = setTimeout(() => {
        timer = undefined;
        tellOnce();
      }, togetherMs).unref();
    },
    end() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
