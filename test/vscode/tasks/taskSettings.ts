/** A person's settings in this suite. */
export const taskSettings = {
  'editor.codeActionsOnSave': { 'source.fixAll.amprenta': 'explicit' },
  // Else the editor asks before it opens a large file.
  'workbench.editorLargeFileConfirmation': 1024,
};
