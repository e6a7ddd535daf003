//! The new folder takes the place of the old one.
//!
//! Every step renames something within one file system or makes a folder, so every
//! step can be undone. First the old folder is moved away, then the new one gets
//! its name, and only then files that are not Kompass's are moved from the old
//! folder into the new one. If the machine stops in between, each of these files is
//! still complete, in one of the two folders.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::error::ReplaceError;
use super::location::Location;
use super::staging::Staging;

/// Puts the staging folder in the place of the folder at `location` and
/// carries `kept`, paths below it, over. Gives the path the old folder now has,
/// if there was one.
pub(super) fn exchange(
    staging: &Staging,
    location: &Location,
    kept: &[PathBuf],
) -> Result<Option<PathBuf>, ReplaceError> {
    let mut journal = Journal::default();
    match carry_out(&mut journal, staging, location, kept) {
        Ok(had_earlier) => Ok(had_earlier.then(|| staging.earlier.clone())),
        Err(error) if journal.undo().is_ok() => Err(ReplaceError::io("replace", &location.folder)(error)),
        Err(error) => Err(ReplaceError::Stranded {
            target: location.folder.clone(),
            earlier: staging.earlier.clone(),
            error,
        }),
    }
}

/// The steps of [`exchange`]; whether there was a folder to replace.
fn carry_out(
    journal: &mut Journal,
    staging: &Staging,
    location: &Location,
    kept: &[PathBuf],
) -> io::Result<bool> {
    let earlier = fs::metadata(&location.folder).ok();
    if earlier.is_some() {
        journal.rename(&location.folder, &staging.earlier)?;
    }
    journal.rename(&staging.folder, &location.folder)?;
    for path in kept {
        let destination = location.folder.join(path);
        journal.create_above(&destination)?;
        journal.rename(&staging.earlier.join(path), &destination)?;
    }
    if let Some(found) = &earlier {
        fs::set_permissions(&location.folder, found.permissions())?;
    }
    Ok(earlier.is_some())
}

/// The steps that have been done so far, so that they can be undone.
#[derive(Default)]
struct Journal(Vec<Step>);

enum Step {
    /// From, to.
    Renamed(PathBuf, PathBuf),
    /// A folder.
    Created(PathBuf),
}

impl Journal {
    /// Renames without ever replacing a file.
    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        if fs::symlink_metadata(to).is_ok_and(|found| !found.is_dir()) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        fs::rename(from, to)?;
        self.0.push(Step::Renamed(from.to_owned(), to.to_owned()));
        Ok(())
    }

    /// Creates the folders that are missing above `path`.
    fn create_above(&mut self, path: &Path) -> io::Result<()> {
        let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) else { return Ok(()) };
        self.create_above(folder)?;
        fs::create_dir(folder)?;
        self.0.push(Step::Created(folder.to_owned()));
        Ok(())
    }

    /// Undoes everything, the last step first. Stops at the first that cannot
    /// be undone: those before it depend on it.
    fn undo(&mut self) -> io::Result<()> {
        while let Some(step) = self.0.pop() {
            match step {
                Step::Renamed(from, to) => fs::rename(to, from)?,
                Step::Created(folder) => fs::remove_dir(folder)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::inventory;
    use super::super::location::entries;
    use super::super::made::Made;
    use super::*;

    /// A folder that goes away with the test.
    struct Scratch(PathBuf);

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn scratch(name: &str) -> Scratch {
        let path = std::env::temp_dir().join(format!("kompass-exchange-{}-{name}", std::process::id()));
        fs::create_dir(&path).unwrap();
        Scratch(path)
    }

    fn made(paths: &[&str]) -> Made {
        Made::of(paths.iter().copied()).unwrap()
    }

    /// A new folder with one file.
    fn write<'a>(made: &'a Made, location: &Location) -> Staging<'a> {
        Staging::write(&[("new.html", b"new")], made, location).unwrap()
    }

    #[test]
    fn a_fault_after_the_exchange_undoes_it() {
        let folder = scratch("undo");
        let output = folder.0.join("output");
        fs::create_dir_all(output.join("a/b")).unwrap();
        fs::write(output.join("a/b/own"), "mine").unwrap();
        let location = Location::find(&output).unwrap();
        let made = made(&["new.html"]);
        let staging = write(&made, &location);
        let kept = ["a/b/own", "vanished"].map(PathBuf::from);
        let error = exchange(&staging, &location, &kept).unwrap_err();
        drop(staging);
        assert!(matches!(error, ReplaceError::Io { .. }), "{error:?}");
        assert_eq!(entries(&output).unwrap(), [output.join("a")]);
        assert_eq!(fs::read_to_string(output.join("a/b/own")).unwrap(), "mine");
        assert_eq!(entries(&folder.0).unwrap(), [output]);
    }

    #[test]
    fn what_cannot_be_undone_is_not_deleted() {
        let folder = scratch("stranded");
        let output = folder.0.join("output");
        fs::create_dir(&output).unwrap();
        fs::write(output.join("CNAME"), "mine").unwrap();
        let location = Location::find(&output).unwrap();
        let made = made(&["new.html"]);
        let staging = write(&made, &location);
        let mut journal = Journal::default();
        carry_out(&mut journal, &staging, &location, &[PathBuf::from("CNAME")]).unwrap();
        // Somebody takes the earlier folder away: the file has no way back.
        fs::remove_dir(&staging.earlier).unwrap();
        assert!(journal.undo().is_err());
        drop(staging);
        assert_eq!(fs::read_to_string(output.join("CNAME")).unwrap(), "mine");
    }

    #[test]
    fn what_came_in_between_is_left_and_told() {
        let folder = scratch("left");
        let output = folder.0.join("output");
        fs::create_dir_all(output.join("a")).unwrap();
        fs::write(output.join("a/own.html"), "").unwrap();
        fs::write(output.join("a/late.txt"), "late").unwrap();
        assert!(!inventory::clear(&output, &made(&["a/own.html"]), &Made::default()));
        assert_eq!(entries(&output.join("a")).unwrap(), [output.join("a/late.txt")]);
    }

    #[test]
    fn what_strayed_into_the_staging_folder_is_not_deleted() {
        let folder = scratch("stray");
        let location = Location::find(&folder.0.join("output")).unwrap();
        let made = made(&["new.html"]);
        let staging = write(&made, &location);
        let place = staging.folder.clone();
        fs::write(place.join("CNAME"), "mine").unwrap();
        drop(staging);
        assert_eq!(entries(&place).unwrap(), [place.join("CNAME")]);
    }
}
