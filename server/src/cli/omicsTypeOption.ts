import { InvalidArgumentError, Option } from 'commander';
import { type OmicsType, omicsTypes } from '#shared/dataset.ts';

/** The option `--omics-type`, which takes its types in any case. */
export function omicsTypeOption(description: string): Option {
  return new Option('--omics-type <type>', `${description}: ${omicsTypes.join(', ')}`).argParser(readOmicsType);
}

function readOmicsType(text: string): OmicsType {
  const found = omicsTypes.find((type) => type === text.toLowerCase());
  if (!found) throw new InvalidArgumentError(`The types are: ${omicsTypes.join(', ')}.`);
  return found;
}
