//! Power failures, on a file system in a file.
//!
//! `EXT4_IOC_SHUTDOWN` stops a file system at once: nothing that is not on the disk gets
//! there any more, not even the journal's own pages. After mounting it anew it is as if
//! the power had failed. The call is made by Python, since this program has no unsafe
//! code.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::subject::{Dice, Folder, Holds, add_foreign, ended, judge, next, publisher, run};
use crate::{Line, Scale};

/// Stops the file system that a folder lies on, without writing its journal.
const STOP: &str = "import fcntl,os,struct,sys; \
                    fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack('I', 2))";

pub(crate) fn prove(scale: Scale) -> Vec<Line> {
    let Some(disk) = Disk::new() else {
        return vec![Line::Skipped(
            "power failures need the superuser, loop devices, mkfs.ext4 and python3".to_owned(),
        )];
    };
    let mut dice = Dice::new();
    // ext4 writes its journal every 5 s and data within 30 s.
    let waits: &[u64] = scale.of(&[0], &[0, 0, 0, 1, 2, 4, 5, 6, 8, 10, 15, 20, 25, 30, 34, 45, 60]);
    let after: Vec<_> =
        waits.iter().filter_map(|wait| disk.fail_after(Duration::from_secs(*wait), "")).collect();
    let tries = scale.of(5, 150);
    let during: Vec<_> = (0..tries)
        .filter_map(|_| disk.fail_during(Duration::from_micros(u64::try_from(dice.below(60_000)).unwrap())))
        .collect();
    let wrong: &[u64] = scale.of(&[0], &[0, 1, 3, 6, 10, 20]);
    let caught =
        wrong.iter().filter(|wait| disk.fail_after(Duration::from_secs(**wait), "no-sync").is_some());
    let caught = caught.count();
    vec![
        Line::Held { what: "power fails after exit 0".to_owned(), tries: waits.len(), bad: after },
        Line::Held { what: "power fails during a publication".to_owned(), tries, bad: during },
        Line::Caught { what: "power fails after --no-sync".to_owned(), tries: wrong.len(), caught },
    ]
}

/// A file system in a file.
struct Disk {
    _folder: Folder,
    image: PathBuf,
    place: PathBuf,
}

impl Disk {
    fn new() -> Option<Self> {
        let folder = Folder::new();
        let (image, place) = (folder.join("image"), folder.join("disk"));
        fs::create_dir(&place).unwrap();
        fs::File::create(&image).unwrap().set_len(64 << 20).unwrap();
        let disk = Self { _folder: folder, image, place };
        let is_made = run("mkfs.ext4", &["-q", "-F", disk.image.to_str()?]);
        (is_made && disk.mount() && disk.stop() && disk.unmount()).then_some(disk)
    }

    fn mount(&self) -> bool {
        run("mount", &["-o", "loop", self.image.to_str().unwrap(), self.place.to_str().unwrap()])
    }

    fn unmount(&self) -> bool {
        run("umount", &[self.place.to_str().unwrap()])
    }

    /// The power fails.
    fn stop(&self) -> bool {
        run("python3", &["-c", STOP, self.place.to_str().unwrap()])
    }

    /// A fresh file system with version 1 safely on it.
    fn begin(&self) -> PathBuf {
        assert!(run("mkfs.ext4", &["-q", "-F", self.image.to_str().unwrap()]) && self.mount());
        let target = self.place.join("site/output");
        fs::create_dir(self.place.join("site")).unwrap();
        publish(&target, 1);
        add_foreign(&target);
        publish(&target, 1);
        assert!(self.unmount() && self.mount());
        target
    }

    fn fail(&self) {
        assert!(self.stop() && self.unmount() && self.mount());
    }

    /// What is wrong when the power fails so long after a publication has succeeded.
    fn fail_after(&self, wait: Duration, how: &str) -> Option<String> {
        let target = self.begin();
        let output = publisher(&target, 2, how).output().unwrap();
        assert!(output.status.success(), "{}", ended(&output));
        thread::sleep(wait);
        self.fail();
        let holds = judge(&target, 1, 2);
        let wrong = if holds == Holds::Whole(2) { next(&target, "") } else { Some(format!("{holds:?}")) };
        assert!(self.unmount());
        wrong.map(|wrong| format!("{} s after: {wrong}", wait.as_secs()))
    }

    /// What is wrong when the power fails so long after a publication has begun.
    fn fail_during(&self, wait: Duration) -> Option<String> {
        let target = self.begin();
        let mut child = publisher(&target, 2, "")
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(wait);
        assert!(self.stop());
        let is_published = child.wait().unwrap().success();
        assert!(self.unmount() && self.mount());
        let holds = judge(&target, 1, 2);
        let wrong = match holds {
            Holds::Whole(2) => next(&target, ""),
            Holds::Whole(_) if !is_published => next(&target, ""),
            other => Some(format!("{other:?}")),
        };
        assert!(self.unmount());
        wrong.map(|wrong| format!("{} µs after the beginning: {wrong}", wait.as_micros()))
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.place).output();
    }
}

fn publish(target: &Path, version: usize) {
    let output = publisher(target, version, "").output().unwrap();
    assert!(output.status.success(), "{}", ended(&output));
}
